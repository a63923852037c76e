import { auditRecord } from '../ingest/audit.ts';
import { openLocal } from './local.ts';

/**
 * `npm run audit`: reads every published quote back from the bytes of every document it names. Prints what was
 * checked, one line for each thing that is not as it should be, and exits with 1 if there is any.
 */
const { db, dispose } = await openLocal();
const { quotes, places, documents, wrong } = await auditRecord(db);
await dispose();
console.log(`${quotes} quotes at ${places} places of ${documents} documents read back from their bytes.`);
for (const line of wrong) console.error(line);
if (wrong.length > 0) process.exit(1);
console.log('Every word stands where the record says.');
