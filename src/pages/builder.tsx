import { raw } from 'hono/html';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit } from '../public/visit.ts';
import { beginning } from '../wording/line.ts';
import { speakerInWords } from '../wording/occasion.ts';
import {
  frameHeight,
  frameOf,
  latestBlock,
  latestElement,
  quoteBlock,
  quoteElement,
  THEMES,
  type Theme,
  type VisitToShow,
  visitBlock,
  visitElement,
} from '../wording/snippet.ts';
import { Page } from './layout.tsx';
import { Words } from './parts.tsx';
import { VisitList } from './visit-list.tsx';

interface Props {
  /** What was picked; both null until something is. */
  quote: PublicQuote | null;
  visit: VisitToShow | null;
  /** Somebody's latest words. */
  latest: { speaker: string; quotes: readonly PublicQuote[] } | null;
  theme: Theme;
  /** What was searched for; empty if nothing was. */
  q: string;
  /** To pick from. */
  quotes: readonly PublicQuote[];
  visits: readonly PublicVisit[];
  problem: string | null;
  origin: string;
}

/** Pick a quote or a visit, see it as it will look, copy what to paste. Works without scripts, but for the live one. */
export function BuilderPage({ quote, visit, latest, theme, q, quotes, visits, problem, origin }: Props) {
  const picked = quote ?? visit;
  const themed = theme === 'auto' ? '' : `&theme=${theme}`;
  return (
    <Page
      origin={origin}
      path="/embed"
      title="Embed a quote or a visit"
      description="Put a quote or a visit on your own page: the words as plain HTML, with context and sources where scripts run."
      unlisted={picked !== null || latest !== null || q !== ''}
      scripts={['/embed/v1.js', '/copy.js']}
    >
      <h1>Embed a quote or a visit</h1>
      <p class="lede">
        The words stand in your page as plain HTML. Where scripts run they gain context, source and a note
        should they ever be corrected. No cookie, no tracking, nothing from anybody else.
      </p>
      <form class="search" action="/embed" method="get">
        <p class="wide">
          <label for="q">Words of a quote, a name, or an address on Readout</label>
          <input
            id="q"
            name="q"
            value={picked === null ? q : `${origin}/${quote === null ? 'visits' : 'quotes'}/${picked.id}`}
            maxlength={2000}
            required
          />
        </p>
        <p>
          <label for="theme">Colours</label>
          <select id="theme" name="theme">
            {THEMES.map((name) => (
              <option value={name} selected={name === theme}>
                {name === 'auto' ? 'as the reader has them' : name}
              </option>
            ))}
          </select>
        </p>
        <p>
          <button type="submit">Show</button>
        </p>
      </form>
      {problem === null ? null : (
        <p class="note corrected" role="alert">
          {problem}
        </p>
      )}
      {quote === null ? null : (
        <Ways
          element={quoteElement(quote, origin, theme)}
          frame={frameOf(origin, `/quotes/${quote.id}`, {
            title: `A quote of ${speakerInWords(quote)}`,
            width: 600,
            height: frameHeight(quote.text),
            theme,
          })}
          block={quoteBlock(quote, origin)}
        />
      )}
      {quote !== null || visit === null ? null : (
        <Ways
          element={visitElement(visit, origin, theme)}
          frame={frameOf(origin, `/visits/${visit.id}`, {
            title: visit.title,
            width: 600,
            height: 420,
            theme,
          })}
          block={visitBlock(visit, origin)}
        />
      )}
      {latest === null ? null : (
        <Ways
          element={latestElement(latest.speaker, latest.quotes, origin, theme)}
          block={latestBlock(latest.quotes, origin)}
        />
      )}
      {quotes.length === 0 ? null : (
        <section>
          <h2>{q === '' ? 'Or pick one of the latest quotes' : 'Quotes to pick from'}</h2>
          <ul class="plain">
            {quotes.map((one) => (
              <li>
                <a href={`/embed?quote=${one.id}${themed}`}>
                  <Words>“{beginning(one.text, 100)}”</Words>
                </a>{' '}
                <span class="where">
                  <Words>{speakerInWords(one)}</Words>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {visits.length === 0 ? null : (
        <section>
          <h2>{q === '' ? 'Or one of the latest visits' : 'Visits to pick from'}</h2>
          <VisitList visits={visits} href={({ id }) => `/embed?visit=${id}${themed}`} />
        </section>
      )}
    </Page>
  );
}

function Ways({ element, frame, block }: { element: string; frame?: string; block: string }) {
  return (
    <>
      <section>
        <h2>As an element</h2>
        <p class="hint">Fits into your page, keeps its place, and works where scripts do not.</p>
        <div class="preview">{raw(element.replace(/<script[\s\S]*$/, ''))}</div>
        <Snippet text={element} />
      </section>
      {frame === undefined ? null : (
        <section>
          <h2>As a frame</h2>
          <p class="hint">
            For sites that allow frames only. Its height is fixed unless your page listens for the message{' '}
            <code>{'{readout: 1, height}'}</code> that it sends.
          </p>
          <div class="preview">{raw(frame.replace(/ style="[^"]*"/, ''))}</div>
          <Snippet text={frame} />
        </section>
      )}
      <section>
        <h2>As a plain quotation</h2>
        <p class="hint">For sites that allow neither.</p>
        <div class="preview">{raw(block)}</div>
        <Snippet text={block} />
      </section>
    </>
  );
}

const Snippet = ({ text }: { text: string }) => (
  <div class="cite">
    <pre class="copy" tabindex={0}>
      {text}
    </pre>
  </div>
);
