import { sha256 } from '../model/id.ts';
import { loadDocumentIds, loadRecordedSpans, loadRevisionText } from '../store/audit.ts';
import { openLocal } from './local.ts';

/**
 * `npm run audit`: reads every published quote back from the bytes of every document it names. Prints what was
 * checked, one line for each thing that is not as it should be, and exits with 1 if there is any.
 */
const utf8 = new TextEncoder();
const exact = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const { db, dispose } = await openLocal();
const wrong: string[] = [];
let quotes = 0;
let spans = 0;
let documents = 0;
for await (const id of loadDocumentIds(db)) {
  documents++;
  const document = await loadRevisionText(db, id);
  if (document === null) {
    wrong.push(`${id}: published, but no live text is kept`);
    continue;
  }
  if ((await sha256(document.text)) !== document.sha256)
    wrong.push(`${id}: the kept text does not have the stored SHA-256`);
  const bytes = utf8.encode(document.text);
  const printed = await loadRecordedSpans(db, id);
  for (const it of printed) {
    spans++;
    if (document.text.slice(it.start, it.end) !== it.text)
      wrong.push(`${it.quote_id}: [${it.start}, ${it.end}) of ${id} reads otherwise`);
    if (exact.decode(bytes.subarray(it.byte_start, it.byte_end)) !== it.text)
      wrong.push(`${it.quote_id}: bytes ${it.byte_start}–${it.byte_end} of ${id} read otherwise`);
    const source = it.published?.find(
      (other) => other.document === id && other.start === it.start && other.end === it.end,
    );
    if (source === undefined)
      wrong.push(`${it.quote_id}: what is published does not name ${id} at ${it.start}`);
    else if (source.text !== it.text || source.sha256 !== document.sha256)
      wrong.push(`${it.quote_id}: what is published of ${id} differs from what is kept`);
  }
  quotes += new Set(printed.map((it) => it.quote_id)).size;
}
await dispose();
console.log(`${quotes} quotes at ${spans} places of ${documents} documents read back from their bytes.`);
for (const line of wrong) console.error(line);
if (wrong.length > 0) process.exit(1);
console.log('Every word stands where the record says.');
