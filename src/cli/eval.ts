/** `npm run --silent eval -- FOLDER…`: the measures of annotated folders (docs/extraction.md says what each counts). */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { ExtractHints, Extraction } from '../model/extraction.ts';
import type { Register } from '../model/register.ts';
import { officeHolders } from '../register/office-holders.ts';
import { compare, falls, type Run, readBaseline, renderChange, saveBaseline } from './eval/baseline.ts';
import { scoreDocument } from './eval/document.ts';
import { GoldError, partOf, readFolder } from './eval/gold.ts';
import type { Judged } from './eval/judged.ts';
import { knownPeople } from './eval/known-people.ts';
import { type Counts, interval, type Measure, type Miss, percent, pool } from './eval/score.ts';
import { type Column, renderCoverage, renderMiss, renderRules, renderTable } from './eval/table.ts';
import { TextFileError } from './text-file.ts';

const USAGE = `npm run --silent eval -- FOLDER… [options]
  --errors            list each miss with its sentence
  --rules             how often each rule was right, and speakers by how sure they were (precision at coverage)
  --json              measures as JSON instead of a table
  --stems a,b         only these documents
  --only SUBSTRING    only documents whose stem contains this
  --dev, --held       only one part of the split (sha1 of the stem as a number divisible by 5: held, a fifth); of the
                      held part totals only, as counts with 95 % intervals
  --intervals         counts and 95 % intervals for other documents too
  --unseen FILE       with --held: writes what was measured where /about reads it (src/wording/accuracy.json)
  --save              write what was measured to the baseline
  --check             fail when a measure of a folder falls by more than half a point against the baseline
  --changes           list gain and loss of each document against the baseline
  --baseline FILE     default tests/baseline.json
  --no-register       read without the register of office-holders
  --extractor FILE    another module exporting extract(text), to compare with`;

class UsageError extends Error {}

type Extract = (text: string) => Extraction;

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        errors: { type: 'boolean', default: false },
        rules: { type: 'boolean', default: false },
        dev: { type: 'boolean', default: false },
        held: { type: 'boolean', default: false },
        intervals: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        stems: { type: 'string' },
        only: { type: 'string' },
        unseen: { type: 'string' },
        save: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
        changes: { type: 'boolean', default: false },
        baseline: { type: 'string', default: 'tests/baseline.json' },
        'no-register': { type: 'boolean', default: false },
        extractor: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function loadExtractor(file: string | undefined, registered: boolean): Promise<Extract> {
  const address = file ? pathToFileURL(file).href : new URL('../extract/extract.ts', import.meta.url).href;
  const module = (await import(address)) as {
    extract: (text: string, hints: ExtractHints, register: Register | null) => Extraction;
  };
  const register = registered ? officeHolders() : null;
  return (text) => module.extract(text, {}, register);
}

/** A choice of documents by stem, from `--stems`, `--only`, `--dev` and `--held` together. */
function wantedStems(values: ReturnType<typeof options>['values']): (stem: string) => boolean {
  const { only, dev, held } = values;
  if (values.unseen !== undefined && !held) throw new UsageError('--unseen takes what --held measures');
  if (dev && held) throw new UsageError('--dev and --held leave no document together');
  if (held && (values.errors || values.rules || values.changes)) {
    throw new UsageError(
      'of the held part only totals are shown: whoever reads its errors mends rules by them',
    );
  }
  const part = dev ? 'dev' : held ? 'held' : undefined;
  const stems = values.stems === undefined ? null : new Set(values.stems.split(','));
  return (stem) =>
    (stems === null || stems.has(stem)) &&
    (only === undefined || stem.includes(only)) &&
    (part === undefined || partOf(stem) === part);
}

function measuresOf(counts: Counts): Partial<Record<Measure, number>> {
  const out: Partial<Record<Measure, number>> = {};
  for (const measure of Object.keys(counts) as Measure[]) {
    const value = percent(counts[measure]);
    if (value !== null) out[measure] = rounded(value);
  }
  return out;
}

const rounded = (value: number) => Math.round(value * 10) / 10;

function intervalsOf(
  counts: Counts,
): Partial<Record<Measure, { count: [number, number, number]; interval: number[] }>> {
  return Object.fromEntries(
    Object.entries(counts).map(([measure, count]) => [
      measure,
      { count: [rounded(count.hit), count.found, count.gold], interval: interval(count).map(rounded) },
    ]),
  );
}

/** Exit code. */
async function main(): Promise<number> {
  const { values, positionals } = options();
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (positionals.length === 0) throw new UsageError('no FOLDER given');
  const wanted = wantedStems(values);
  const folders = positionals.map((path) => readFolder(path, wanted));
  if (folders.every((f) => f.documents.length === 0))
    throw new UsageError('no document is left by these options');
  const extract = await loadExtractor(values.extractor, !values['no-register']);

  const run: Run = new Map();
  const listed: string[] = [];
  const findings: Judged[] = [];
  const known = knownPeople();
  for (const folder of folders) {
    const scored = new Map<string, Counts>();
    for (const gold of folder.documents) {
      const { counts, misses, judged } = scoreDocument(gold, extract(gold.text), known);
      findings.push(...judged);
      scored.set(gold.stem, counts);
      if (misses.length > 0) listed.push(renderDocument(folder.name, gold.stem, gold.text, misses));
    }
    run.set(folder.name, scored);
  }
  const columns: Column[] = [...run].map(([name, scored]) => ({
    name,
    documents: scored.size,
    counts: pool([...scored.values()]),
  }));
  if (columns.length > 1) {
    const whole = pool(columns.map((c) => c.counts));
    columns.push({
      name: 'together',
      documents: columns.reduce((n, c) => n + c.documents, 0),
      counts: whole,
    });
  }

  const full = values.held || values.intervals;
  if (values.json) {
    const shown = columns.map((c) => [
      c.name,
      {
        documents: c.documents,
        ...measuresOf(c.counts),
        ...(full ? { intervals: intervalsOf(c.counts) } : {}),
      },
    ]);
    console.log(JSON.stringify(Object.fromEntries(shown), null, 2));
  } else {
    if (values.errors && listed.length > 0) console.log(`${listed.join('\n\n')}\n`);
    console.log(renderTable(columns, full));
    if (values.rules) console.log(`\n${renderRules(findings)}\n\n${renderCoverage(findings)}`);
  }

  const baseline = values.check || values.changes ? readBaseline(values.baseline) : null;
  if ((values.check || values.changes) && !baseline) {
    throw new UsageError(`${values.baseline}: no baseline there (--save writes one)`);
  }
  const changes = baseline ? compare(baseline, run) : [];
  if (values.changes && !values.json) {
    console.log(
      changes.length === 0 ? '\nno change against the baseline' : `\n${changes.map(renderChange).join('\n')}`,
    );
  }
  const fallen = values.check ? falls(changes) : [];
  for (const change of fallen) console.error(`fell by more than half a point: ${renderChange(change)}`);
  if (values.unseen !== undefined) {
    const { documents, counts } = columns.at(-1)!;
    writeFileSync(
      values.unseen,
      `${JSON.stringify({ documents, measures: intervalsOf(counts) }, null, 2)}\n`,
    );
  }
  if (values.save) saveBaseline(values.baseline, run);
  return fallen.length > 0 ? 1 : 0;
}

function renderDocument(folder: string, stem: string, text: string, misses: readonly Miss[]): string {
  return `${folder}/${stem}\n${misses.map((m) => renderMiss(text, m)).join('\n')}`;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof UsageError) console.error(`eval: ${error.message}\n\n${USAGE}`);
  else if (error instanceof GoldError || error instanceof TextFileError)
    console.error(`eval: ${error.message}`);
  else throw error;
  process.exitCode = 2;
}
