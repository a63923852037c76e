import { html } from 'hono/html';
import type { PublicCorrection } from '../public/correction.ts';
import { beginning } from './line.ts';

const CAUSES = {
  source: 'changed by the source',
  editor: 'put right by an editor',
  reading: 'read better',
} as const;

/** What stands in an entry, as text: names of what has one, lists one after the other. */
export function valueInWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map(valueInWords).join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object') return String(value);
  const { name, title } = value as { name?: string; title?: string };
  return name ?? title ?? JSON.stringify(value);
}

const FIELDS: Readonly<Record<string, string>> = {
  text: 'the words',
  said_on: 'the day',
  start: 'the first day',
  end: 'the last day',
  date: 'the day',
  stated_by: 'who stated it',
  visit_status: 'whether it was made',
  hidden: 'whether it is shown',
};

/** "Quote, changed by the source: the words". */
export const correctionTitle = ({ entry, cause, field }: PublicCorrection): string =>
  `${entry.noun[0]!.toUpperCase()}${entry.noun.slice(1)}, ${CAUSES[cause]}: ${FIELDS[field] ?? field}`;

/** Before and after, and why; whatever a document holds comes out as text. */
export const correctionHtml = ({ before, after, reason }: PublicCorrection) =>
  html`<p><del><bdi>${beginning(valueInWords(before), 2000)}</bdi></del></p>
<p>${after === null ? 'No document says this any more.' : html`<ins><bdi>${beginning(valueInWords(after), 2000)}</bdi></ins>`}</p>
<p><bdi>${reason}</bdi></p>`;
