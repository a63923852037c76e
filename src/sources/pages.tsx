import type { Child } from 'hono/jsx';
import { withOrigin } from '../links.ts';
import { Page } from '../pages/layout.tsx';
import { Outward, Words } from '../pages/parts.tsx';
import type { PublicCorrection } from '../public/correction.ts';
import type { PublicNewsSource, PublicWholeSource } from '../public/news-source.ts';
import { readCorrections } from '../store/corrections.ts';
import { Reader } from '../store/reader.ts';
import { correctionTitle, valueInWords } from '../wording/correction.ts';
import { counted } from '../wording/line.ts';
import { everySource, wholeSource } from './answers.ts';

interface Served {
  db: D1Database;
  origin: string;
  now: Date;
}

/** The page at a path, as text; null where there is none. */
export async function pageOf(path: string, served: Served): Promise<string | null> {
  if (path === '/sources')
    return textOf(<SourcesPage sources={await everySource(served)} origin={served.origin} />);
  if (path === '/corrections') {
    const { rows } = await readCorrections(new Reader(served.db), {}, null, CORRECTIONS);
    const corrections = rows.map(
      ({ body }) => JSON.parse(withOrigin(body, served.origin)) as PublicCorrection,
    );
    return textOf(<CorrectionsPage corrections={corrections} origin={served.origin} />);
  }
  const id = /^\/sources\/([a-z0-9-]{1,80})$/.exec(path)?.[1];
  const source = id === undefined ? null : await wholeSource(served, id);
  return source === null ? null : textOf(<SourcePage source={source} origin={served.origin} />);
}

/** The last so many. */
const CORRECTIONS = 100;

const textOf = (page: Child): string => `<!doctype html>${String(page)}`;

const STATES: Record<PublicNewsSource['state'], string> = {
  ok: 'working',
  late: 'late',
  failing: 'failing',
  held: 'held',
  paused: 'paused',
};

const when = (at: string | null) =>
  at === null ? 'never' : <time datetime={at}>{`${at.slice(0, 10)}, ${at.slice(11, 16)} UTC`}</time>;

/** Minutes as people say them. */
export function minutesInWords(minutes: number): string {
  if (minutes < 120) return counted(minutes, 'minute');
  if (minutes < 2_880) return counted(Math.round(minutes / 60), 'hour');
  return counted(Math.round(minutes / 1_440), 'day');
}

function SourcesPage({ sources, origin }: { sources: readonly PublicNewsSource[]; origin: string }) {
  const regions = [...new Set(sources.map(({ region }) => region ?? 'Others'))].sort();
  const listening = sources.filter(({ state }) => state !== 'paused');
  return (
    <Page
      origin={origin}
      path="/sources"
      title="Sources"
      description="Which publishers Readout listens to, how fresh each is, and what is in the way where it is not."
    >
      <h1>Sources</h1>
      <p class="lede">
        What the record is made from, how fresh it is, and what is in the way where it is not.{' '}
        {counted(listening.length, 'source')} of {sources.length} {listening.length === 1 ? 'is' : 'are'}{' '}
        listened to.
      </p>
      {regions.map((region) => (
        <section>
          <h2>{region}</h2>
          <ul class="sources">
            {sources
              .filter((source) => (source.region ?? 'Others') === region)
              .map((source) => (
                <li>
                  <a href={`/sources/${source.id}`}>
                    <Words>{source.name}</Words>
                  </a>
                  , <Words>{source.publisher}</Words>
                  <br />
                  <span class="where">
                    <strong>{STATES[source.state]}</strong> · {counted(source.documents, 'document')} · last
                    success: {when(source.last_success_at)}
                    {source.lag === null ? null : ` · ${minutesInWords(source.lag)} behind the publisher`}
                    {source.blocker === null ? null : (
                      <>
                        <br />
                        <Words>{source.blocker}</Words>
                      </>
                    )}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}

function SourcePage({ source, origin }: { source: PublicWholeSource; origin: string }) {
  const clock = source.correction_clock;
  return (
    <Page
      origin={origin}
      path={`/sources/${source.id}`}
      title={source.name}
      description={`How ${source.name} is doing as a source, and how it changes what it has published.`}
    >
      <article class="whole prose">
        <h1>
          <Words>{source.name}</Words>
        </h1>
        <p class="lede">
          <Words>{source.publisher}</Words> · {STATES[source.state]}
        </p>
        {source.blocker === null ? null : (
          <div class="note" role="note">
            <p>
              <Words>{source.blocker}</Words>
            </p>
          </div>
        )}
        <ul>
          <li>
            Listened to as: {source.kind}
            {source.address === null ? null : (
              <>
                {' '}
                at <Outward url={source.address}>{source.address}</Outward>
              </>
            )}
          </li>
          <li>Looked at every {minutesInWords(source.interval)}</li>
          <li>
            Last tried: {when(source.last_tried_at)}; last success: {when(source.last_success_at)}
          </li>
          <li>
            {counted(source.documents, 'document')}
            {source.last_document === null ? null : <>, the last of them {when(source.last_document.at)}</>}
            {source.waiting === 0 ? null : `; ${source.waiting} listed and not fetched yet`}
          </li>
          <li>
            {source.rights === 'open' ? (
              <>
                Its texts may be given out whole: <Words>{source.licence ?? ''}</Words>{' '}
                <Outward url={source.terms}>terms</Outward>
              </>
            ) : (
              'Its texts are kept to check against; only quotations and facts are given out.'
            )}
          </li>
        </ul>
        <h2>Correction clock</h2>
        <p>
          Articles are fetched again after 15 minutes, one, six and 24 hours, and seven days. Of{' '}
          {counted(clock.watched, 'article')} watched, {clock.changed} changed their words after publication
          {clock.edits === 0
            ? '.'
            : `, ${clock.edits} times in all: ${clock.within_hour} within an hour, ${clock.within_day} within a day` +
              `${clock.median_minutes === null ? '' : `, half of them within ${minutesInWords(clock.median_minutes)}`}; ` +
              `${clock.open} of ${clock.edits} said so on the page.`}{' '}
          {source.gone === 0
            ? null
            : `${counted(source.gone, 'page')} ${source.gone === 1 ? 'has' : 'have'} vanished.`}
        </p>
        {source.unrest.length === 0 ? null : (
          <ol class="sources">
            {source.unrest.map((it) => (
              <li>
                <Outward url={it.url}>{it.title ?? it.url}</Outward>
                <br />
                <span class="where">
                  {it.what === 'gone'
                    ? 'the page has vanished'
                    : `changed ${minutesInWords(it.minutes ?? 0)} after it was first seen, ${it.open ? 'and says so' : 'without saying so'}`}{' '}
                  · {when(it.at)}
                  {it.document_id === null ? null : (
                    <>
                      {' '}
                      · <a href={`/search?document=${it.document_id}`}>its quotes</a>
                    </>
                  )}
                </span>
              </li>
            ))}
          </ol>
        )}
        <p>
          <a href="/sources">All sources</a>
        </p>
      </article>
    </Page>
  );
}

/** What was put right or taken back, the newest first. */
function CorrectionsPage({
  corrections,
  origin,
}: {
  corrections: readonly PublicCorrection[];
  origin: string;
}) {
  return (
    <Page
      origin={origin}
      path="/corrections"
      title="Corrections"
      description="What was put right or taken back in the record after it was published, by whom and why."
      feeds={[{ title: 'Corrections', href: '/feeds/corrections.atom', type: 'application/atom+xml' }]}
    >
      <h1>Corrections</h1>
      <p class="lede">
        What was put right or taken back after it was published: by the source, by an editor, or by a better
        reading of the same text. <a href="/feeds/corrections.xml">Feed</a>
      </p>
      {corrections.length === 0 ? <p>There are none yet.</p> : null}
      <ol class="sources">
        {corrections.map((it) => (
          <li id={it.id}>
            <Outward url={it.entry.url}>{correctionTitle(it)}</Outward>
            <br />
            <del>
              <Words>{valueInWords(it.before)}</Words>
            </del>{' '}
            {it.after === null ? null : (
              <ins>
                <Words>{valueInWords(it.after)}</Words>
              </ins>
            )}
            <br />
            <span class="where">
              {when(it.at)} · <Words>{it.reason}</Words>
            </span>
          </li>
        ))}
      </ol>
    </Page>
  );
}
