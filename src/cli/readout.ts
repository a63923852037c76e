#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { isWrong, type ToldDraft, toCsv, toText } from '../drafts/told.ts';

/** `npx readout check FILE…`: every quotation of a draft, checked by a site. */
const USAGE = `npx readout check FILE… [--site ADDRESS] [--format text|html|markdown] [--as text|json|csv]
  FILE      a draft; - for what is piped in. Its format is told from its name: .html, .htm, .md, .markdown, else text
  --site    who is asked; READOUT_SITE, or http://localhost:8787
  --as      lines to read (unless said), the whole answer with its receipt, or a row for each quotation
Ends with 0 if nothing is wrong, 1 if a quotation is altered, put together or somebody else's, 2 if it could not be checked.`;

const FORMATS = ['text', 'html', 'markdown'];
const FORMS = ['text', 'json', 'csv'];

async function main([command, ...rest]: string[]): Promise<number> {
  const files: string[] = [];
  const options = new Map<string, string>();
  for (let at = 0; at < rest.length; at++) {
    const it = rest[at] ?? '';
    const named = /^--(site|format|as)(?:=(.*))?$/.exec(it);
    if (named !== null) options.set(named[1]!, named[2] ?? rest[++at] ?? '');
    else if (it === '-' || !it.startsWith('-')) files.push(it);
    else return usage(`there is no ${it}`);
  }
  if (command !== 'check') return usage(command === undefined ? null : `there is no command ${command}`);
  const form = options.get('as') ?? 'text';
  const format = options.get('format');
  if (files.length === 0) return usage('no file is named');
  if (!FORMS.includes(form)) return usage(`--as takes ${FORMS.join(', ')}`);
  if (format !== undefined && !FORMATS.includes(format)) return usage(`--format takes ${FORMATS.join(', ')}`);
  const site = (options.get('site') ?? process.env.READOUT_SITE ?? 'http://localhost:8787').replace(
    /\/+$/,
    '',
  );
  let wrong = false;
  for (const file of files) {
    const text = readFileSync(file === '-' ? 0 : file, 'utf8');
    const checked = await check(site, text, format ?? formatOf(file));
    if (form === 'text' && files.length > 1) process.stdout.write(`# ${file}\n`);
    const told = {
      json: () => `${JSON.stringify(checked)}\n`,
      csv: () => toCsv(checked),
      text: () => toText(checked),
    };
    process.stdout.write(told[form as keyof typeof told]());
    wrong ||= checked.quotations.some(({ verdict }) => isWrong(verdict));
  }
  return wrong ? 1 : 0;
}

function usage(problem: string | null): number {
  console.error(problem === null ? USAGE : `readout: ${problem}\n${USAGE}`);
  return 2;
}

const formatOf = (file: string): string =>
  /\.html?$/i.test(file) ? 'html' : /\.(?:md|markdown)$/i.test(file) ? 'markdown' : 'text';

async function check(site: string, text: string, format: string): Promise<ToldDraft> {
  const answer = await fetch(`${site}/v1/drafts`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ text, format }),
  });
  if (!answer.ok) {
    const { detail } = (await answer.json().catch(() => ({}))) as { detail?: string };
    throw new Error(`${site} answered ${answer.status}${detail === undefined ? '' : `: ${detail}`}`);
  }
  return (await answer.json()) as ToldDraft;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const why = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
  console.error(`readout: ${error instanceof Error ? error.message : String(error)}${why}`);
  process.exitCode = 2;
}
