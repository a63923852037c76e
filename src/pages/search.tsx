import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit } from '../public/visit.ts';
import { dateOfEngagement } from '../wording/occasion.ts';
import { marked } from './highlight.tsx';
import { Page } from './layout.tsx';
import { QuoteCard, Words } from './parts.tsx';
import { VisitList } from './visit-list.tsx';

export interface SearchForm {
  q: string;
  speaker: string;
  country: string;
  topic: string;
  from: string;
  to: string;
}

interface Props {
  form: SearchForm;
  visits: readonly PublicVisit[];
  engagements: readonly PublicEngagement[];
  quotes: readonly PublicQuote[];
  /** Address of the next page of quotes. */
  next: string | null;
  /** What is wrong with what was asked. */
  problem: string | null;
  path: string;
  origin: string;
}

/** What is found: visits and engagements first, then the words themselves with what was searched for marked. */
export function SearchPage({ form, visits, engagements, quotes, next, problem, path, origin }: Props) {
  const asked = Object.values(form).some((value) => value !== '');
  const found = visits.length + engagements.length + quotes.length;
  return (
    <Page
      origin={origin}
      path={path}
      title={form.q === '' ? 'Search' : `Search: ${form.q}`}
      description="Search the record of visits, engagements and verbatim quotes."
      unlisted
    >
      <h1>Search the record</h1>
      <form class="search" action="/search" method="get">
        <p class="wide">
          <label for="q">Words</label>
          <input id="q" name="q" type="search" value={form.q} maxlength={500} aria-describedby="q-hint" />
          <span class="hint" id="q-hint">
            All words must occur; “words in quotation marks” stand together.
          </span>
        </p>
        <p>
          <label for="from">Said from</label>
          <input id="from" name="from" type="date" value={form.from} />
        </p>
        <p>
          <label for="to">to</label>
          <input id="to" name="to" type="date" value={form.to} />
        </p>
        <p>
          <label for="country">Country (two letters)</label>
          <input
            id="country"
            name="country"
            value={form.country}
            maxlength={2}
            size={4}
            pattern="[A-Za-z]{2}"
          />
        </p>
        {form.speaker === '' ? null : <Kept name="speaker" label="Speaker" value={form.speaker} />}
        {form.topic === '' ? null : <Kept name="topic" label="Topic" value={form.topic} />}
        <p>
          <button type="submit">Search</button>
        </p>
      </form>
      {problem === null ? null : (
        <p class="note corrected" role="alert">
          {problem}
        </p>
      )}
      {asked && found === 0 && problem === null ? (
        <p>Nothing on record matches. A search finds whole words, and the beginning of the last one.</p>
      ) : null}
      {visits.length === 0 ? null : (
        <section>
          <h2>Visits</h2>
          <VisitList visits={visits} />
        </section>
      )}
      {engagements.length === 0 ? null : (
        <section>
          <h2>Engagements</h2>
          <ul class="plain">
            {engagements.map((it) => (
              <li>
                <span class="where">{dateOfEngagement(it)}</span>{' '}
                {it.visit === null ? (
                  <Words>{it.title}</Words>
                ) : (
                  <a href={`/visits/${it.visit.id}#${it.id}`}>
                    <Words>{it.title}</Words>
                  </a>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {quotes.length === 0 ? null : (
        <section>
          <h2>Quotes</h2>
          {quotes.map((quote) => (
            <QuoteCard quote={quote} words={marked(quote.text, form.q)} />
          ))}
          {next === null ? null : (
            <p>
              <a href={next} rel="next">
                More quotes
              </a>
            </p>
          )}
        </section>
      )}
    </Page>
  );
}

/** A filter that came by a link: shown, kept when the form is sent again, and let go by unticking. */
const Kept = ({ name, label, value }: { name: string; label: string; value: string }) => (
  <p>
    <label>
      <input type="checkbox" name={name} value={value} checked /> {label}: {value.replaceAll('-', ' ')}
    </label>
  </p>
);
