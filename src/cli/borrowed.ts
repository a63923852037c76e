/**
 * `node src/cli/borrowed.ts FOLDER`: does a file of the project hold words of other people's texts? FOLDER has `gold/`,
 * `travel/` and `cases/`, whose texts are here to measure with and may not be copied. The register, the corpus and the
 * seeds, which the corpus holds, are left out.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** So many words running are somebody's, unless nearly all of them are small words or several texts have them. */
const RUN = 5;
const MOST_TEXTS = 1;
const LEAST_OWN = 4;

const SMALL = new Set(
  'a about after all also am an and any are as at be been but by can do for from had has have he her his i if in into is it its me more my no not of on or our out said she so than that the their them there they this to up was we were what when which who will with would you your'.split(
    ' ',
  ),
);

const wordsOf = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

function* runsOf(words: readonly string[]): Generator<string> {
  for (let i = 0; i + RUN <= words.length; i++) yield words.slice(i, i + RUN).join(' ');
}

function lines(file: string): { text: string }[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { text: string });
}

function foreignTexts(root: string): string[] {
  const gold = join(root, 'gold');
  const folders = readdirSync(gold).filter((name) => statSync(join(gold, name)).isDirectory());
  const annotated = folders
    .filter((name) => name !== 'seeds')
    .flatMap((name) => readdirSync(join(gold, name)).map((file) => join(gold, name, file)))
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(file, 'utf8'));
  const others = ['travel/documents.jsonl', 'cases/cases.jsonl'].flatMap((file) => lines(join(root, file)));
  return [...annotated, ...others.map(({ text }) => text)];
}

const [root, saved = '0'] = process.argv.slice(2);
if (root === undefined) {
  console.error('borrowed: needs the FOLDER that holds gold/, travel/ and cases/');
  process.exit(2);
}
const texts = new Map<string, number>();
for (const text of foreignTexts(root)) {
  for (const run of new Set(runsOf(wordsOf(text)))) texts.set(run, (texts.get(run) ?? 0) + 1);
}
const ours = execFileSync('git', ['ls-files'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.(?:tsx?|m?js|css|html|sql|toml|md)$/.test(file) && !file.startsWith('corpus/'));
let found = 0;
for (const file of ours) {
  const words = wordsOf(readFileSync(file, 'utf8'));
  for (const run of new Set(runsOf(words))) {
    const own = run.split(' ').filter((word) => !SMALL.has(word)).length;
    const times = texts.get(run) ?? 0;
    if (times === 0 || times > MOST_TEXTS || own < LEAST_OWN) continue;
    found++;
    console.log(`${file}: “${run}”`);
  }
}
console.log(
  `${found} runs of ${RUN} words stand in a text that is not ours, too; at most ${saved} were there before.`,
);
process.exitCode = found > Number(saved) ? 1 : 0;
