import { noSuch, requireShown } from '../errors.ts';
import { send, unchanged } from '../http/answer.ts';
import { tagOfRevision } from '../http/conditional.ts';
import { type Context, origin, readerOf } from '../http/context.ts';
import { couldBeId } from '../http/params.ts';
import { withOrigin } from '../links.ts';
import { readWholeVisit, type WholeVisit } from '../store/whole-visit.ts';
import { redirect } from './entry.ts';
import { trimmed } from './fields.ts';

/** Everything about a visit in one answer, read in one trip; 304 costs the revision's row. */
export async function answerWholeVisit(
  c: Context,
  { fields }: { fields?: string[] | undefined },
): Promise<Response> {
  const id = c.req.param('id') ?? '';
  if (!couldBeId(id)) throw noSuch('visit', id);
  const mark = c.get('outside').isolate?.mark ?? 0;
  const db = readerOf(c);
  const tags = ['visit', 'engagement', 'quote', 'figure', 'document', `visit/${id}`];
  // `*` asks whether there is such a visit, which the revision cannot tell.
  const same = c.req.header('If-None-Match')?.trim() === '*' ? null : await unchanged(c, db, tags);
  if (same !== null) return same;
  const { revision, visit, ...parts } = await readWholeVisit(db, id);
  if (visit === null) throw noSuch('visit', id);
  if (visit.status === 'redirected') return redirect(c, db, 'visit', id, revision);
  requireShown(id, visit.body);
  const whole = withOrigin(joined(visit.body, parts), origin(c));
  return send(c, {
    body: fields === undefined ? whole : trimmed(whole, fields),
    etag: tagOfRevision(revision),
    revision,
    tags,
    db,
    mark,
  });
}

/** The visit's object with its parts as further members; bodies are JSON objects, so this is a join of strings. */
function joined(visit: string, parts: Omit<WholeVisit, 'revision' | 'visit'>): string {
  const members = Object.entries(parts).map(([name, bodies]) => `"${name}":[${bodies.join(',')}]`);
  return `${visit.slice(0, -1)},${members.join(',')}}`;
}
