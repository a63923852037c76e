import type { PublicQuote } from '../public/quote.ts';
import { citeAsBibtex, citeAsText, citeAsWikitext } from '../wording/cite.ts';
import { beginning, counted } from '../wording/line.ts';
import { speakerInWords } from '../wording/occasion.ts';
import { quotationOf } from './json-ld.ts';
import { Page } from './layout.tsx';
import { Day, Outward, ReportError, Speakers, StatusNote, VisitLink, Words } from './parts.tsx';
import { pictureOf } from './picture-route.ts';

interface Props {
  quote: PublicQuote;
  origin: string;
  contact: string;
  /** Whether there are pictures of quotes. */
  pictures: boolean;
}

/** One quote: the words, the sentences around them, every document that prints them, ways to cite and embed it. */
export function QuotePage({ quote, origin, contact, pictures }: Props) {
  const path = `/quotes/${quote.id}`;
  const who = quote.speakers.map(({ name }) => name).join(' and ') || speakerInWords(quote);
  const { before, after } = quote.context;
  return (
    <Page
      origin={origin}
      path={path}
      title={`${who}: “${beginning(quote.text, 60)}”`}
      description={`“${beginning(quote.text, 120)}” — ${speakerInWords(quote)}`}
      type="article"
      oembed
      picture={pictures && quote.status === 'published' ? pictureOf(quote) : null}
      scripts={['/copy.js']}
      unlisted={quote.status !== 'published'}
      jsonLd={quotationOf(quote, origin)}
    >
      <StatusNote noun="quote" status={quote.status} replacedBy={quote.replaced_by} />
      <article class="whole">
        <h1 class="unseen">
          A quote of <Words>{who}</Words>
        </h1>
        <blockquote class="words" dir="auto">
          <p>“{quote.text}”</p>
        </blockquote>
        <p class="by">
          <Speakers quote={quote} />
        </p>
        <dl class="facts">
          {quote.day === null ? null : (
            <div>
              <dt>{quote.day_from === 'stated' ? 'Said on' : 'Published'}</dt>
              <dd>
                <Day day={quote.day} />
                {quote.day_from === 'stated' ? null : '; day not stated'}
              </dd>
            </div>
          )}
          {quote.engagement === null ? null : (
            <div>
              <dt>At</dt>
              <dd>
                <a href={`/engagements/${quote.engagement.id}`}>
                  <Words>{quote.engagement.title}</Words>
                </a>
              </dd>
            </div>
          )}
          {quote.visit === null ? null : (
            <div>
              <dt>During</dt>
              <dd>
                <VisitLink visit={quote.visit} />
              </dd>
            </div>
          )}
          {quote.topics.length === 0 ? null : (
            <div>
              <dt>On</dt>
              <dd>
                {quote.topics.map((topic, n) => (
                  <>
                    {n > 0 ? ', ' : ''}
                    <a href={`/topics/${topic.id}`}>{topic.name}</a>
                  </>
                ))}
              </dd>
            </div>
          )}
        </dl>
        {before === null && after === null ? null : (
          <section>
            <h2>In its place</h2>
            <p class="context" dir="auto">
              {before === null ? null : <span>{before} </span>}
              <mark>“{quote.text}”</mark>
              {after === null ? null : <span> {after}</span>}
            </p>
            <p class="hint">The words around it, as the first document has them.</p>
          </section>
        )}
        <Sources quote={quote} />
        <section>
          <h2>Cite and embed</h2>
          <Citation title="Text" text={citeAsText(quote, origin + path)} open />
          <Citation title="BibTeX" text={citeAsBibtex(quote, origin + path)} />
          <Citation title="Wikipedia template" text={citeAsWikitext(quote, origin + path)} />
          <p>
            <a href={`/embed?quote=${quote.id}`}>Put this quote on your own page</a>
          </p>
        </section>
        <ReportError path={path} contact={contact} />
      </article>
    </Page>
  );
}

function Sources({ quote }: { quote: PublicQuote }) {
  const publishers = new Set(quote.sources.map(({ publisher, document }) => publisher ?? document)).size;
  return (
    <section>
      <h2>{quote.sources.length === 1 ? 'The source' : 'Every source'}</h2>
      <p>
        {quote.sources.length === 1
          ? 'One document on record prints these words.'
          : `${counted(quote.sources.length, 'document')} of ${counted(publishers, 'publisher')} print these words.`}
      </p>
      <ol class="sources">
        {quote.sources.map((source) => (
          <li>
            <p>
              <Outward url={source.url}>
                {source.title ?? source.publisher ?? source.url ?? 'Document'}
              </Outward>
              <br />
              <span class="where">
                <Words>{source.publisher ?? 'Publisher not stated'}</Words>
                {source.published_on === null ? null : (
                  <>
                    , published <Day day={source.published_on} />
                  </>
                )}
                {source.said_on === null || source.said_on === quote.said_on ? null : (
                  <>
                    , which has it said on <Day day={source.said_on} />
                  </>
                )}
              </span>
            </p>
            {source.text === quote.text ? null : (
              <p>
                In its own wording: “<Words>{source.text}</Words>”
              </p>
            )}
            <p class="proof">
              Characters {source.start.toLocaleString('en-GB')}–{source.end.toLocaleString('en-GB')} of{' '}
              <a href={`/documents/${source.document}`}>{source.document}</a>, SHA-256{' '}
              <code>{source.sha256.slice(0, 16)}…</code>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

const Citation = ({ title, text, open = false }: { title: string; text: string; open?: boolean }) => (
  <details class="cite" open={open}>
    <summary>{title}</summary>
    <pre class="copy" dir="auto" tabindex={0}>
      {text}
    </pre>
  </details>
);
