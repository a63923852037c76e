import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dayIn, mondayOf } from '../digest/edition.ts';
import { editionOf, type RunResult, runDaily, runWeekly } from '../digest/run.ts';
import { withOrigin } from '../links.ts';
import { address as addressed, writeLetter } from '../mailing/letter/letter.ts';
import { addDays } from '../model/days.ts';
import type { PublicDigest } from '../public/digest.ts';
import { type DigestRow, digestById, latestDigest } from '../store/digest.ts';
import { migrateLocal, openLocal } from './local.ts';

/** `npm run digest`: the daily job, now, against the local database that `npm start` serves. */
const USAGE = `npm run digest [-- --date YYYY-MM-DD] [--cadence daily|weekly] [--preview ADDRESS]

  --date      makes the issue of that day instead of today's (weekly: of the week before the one it is in)
  --cadence   daily (the default) or weekly
  --preview   writes the letter that ADDRESS would get as files, and shows where they are`;

const LETTERS = '.wrangler/letters';
const LOCAL_ORIGIN = `http://localhost:${process.env.PORT ?? '8787'}`;

const { date, cadence, preview } = readArguments();
migrateLocal();
const local = await openLocal();
try {
  const edition = editionOf(local.env as { EDITION_TIMEZONE?: string; EDITION_HOUR?: string });
  const now = new Date();
  const day = date ?? dayIn(edition.timeZone, now);
  const run =
    cadence === 'daily'
      ? await runDaily(local.db, now, day)
      : await runWeekly(local.db, now, addDays(mondayOf(day), -7), edition.timeZone);
  console.log(inWords(run));
  if (preview !== null) {
    const issue = (await digestById(local.db, run.id)) ?? (await latestDigest(local.db, cadence));
    if (issue === null) console.log('There is no issue to preview yet.');
    else for (const path of writePreview(issue, preview)) console.log(`  ${path}`);
  }
} finally {
  await local.dispose();
}

function inWords(run: RunResult): string {
  const page = `${LOCAL_ORIGIN}/digests/${run.id}`;
  switch (run.result) {
    case 'issued':
      return `Issue ${run.id} is out: ${run.title}\n  ${page}`;
    case 'out':
      return `Issue ${run.id} is out already; nothing was done.\n  ${page}`;
    case 'nothing-new':
      return `Nothing is new since the issue before: there is no issue ${run.id}.`;
    case 'later':
      return `A newer issue is out already; ${run.id} will not be made any more.`;
  }
}

/** Both parts of the letter that goes to whoever wants everything; its links to leave lead nowhere. */
function writePreview(issue: DigestRow, address: string): string[] {
  const digest = JSON.parse(withOrigin(issue.body, LOCAL_ORIGIN)) as PublicDigest;
  const letter = addressed(writeLetter(digest, { origin: LOCAL_ORIGIN, follows: 'everything' }), {
    manage: 'preview',
    unsubscribe: 'preview',
  });
  const folder = resolve(LETTERS);
  mkdirSync(folder, { recursive: true });
  const files = {
    [`${issue.id}.txt`]: `To: ${address}\nSubject: ${letter.subject}\n\n${letter.text}`,
    [`${issue.id}.html`]: letter.html,
  };
  return Object.entries(files).map(([name, content]) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  });
}

function readArguments(): { date: string | null; cadence: 'daily' | 'weekly'; preview: string | null } {
  const { values } = orExplain(() =>
    parseArgs({
      options: { date: { type: 'string' }, cadence: { type: 'string' }, preview: { type: 'string' } },
    }),
  );
  const { date = null, cadence = 'daily', preview = null } = values;
  if (date !== null && !isDay(date)) refuse(`--date takes a day like 2026-11-21, not "${date}".`);
  if (cadence !== 'daily' && cadence !== 'weekly') refuse(`--cadence is daily or weekly, not "${cadence}".`);
  if (preview !== null && !/^[^\s@]+@[^\s@]+$/.test(preview)) refuse(`"${preview}" is no mail address.`);
  return { date, cadence, preview };
}

function orExplain<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function refuse(problem: string): never {
  console.error(`${problem}\n\n${USAGE}`);
  process.exit(2);
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
