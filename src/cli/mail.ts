import { parseArgs } from 'node:util';
import { freezeMail, thawMail } from '../store/restoring.ts';
import { migrateLocal, openLocal } from './local.ts';
import { postTo, siteOf } from './site.ts';

/** `npm run mail`: freezes all mail, or lets it go. */
const USAGE = `npm run mail -- freeze    no letter is sent from now on
npm run mail -- thaw      letters go out again; a restored database waits for this
            --site https://readout.example   of the deployed site; its token for \`operate\` in READOUT_TOKEN`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { site: { type: 'string' } },
  });
  const [what] = positionals;
  if ((what !== 'freeze' && what !== 'thaw') || positionals.length > 1)
    throw new Error('Say freeze or thaw.');
  const frozen = what === 'freeze';
  const site = siteOf(values.site);
  if (site !== null) await postTo(site, '/v1/operate/mail', { frozen });
  else await here(frozen);
  console.log(frozen ? 'No mail is sent until: npm run mail -- thaw' : 'Mail goes out again.');
} catch (error) {
  console.error(`mail: ${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 2;
}

async function here(frozen: boolean): Promise<void> {
  migrateLocal();
  const { db, dispose } = await openLocal();
  try {
    if (frozen) await freezeMail(db, 'by whoever operates the site').run();
    else await thawMail(db);
  } finally {
    await dispose();
  }
}
