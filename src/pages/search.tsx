import type { Child } from 'hono/jsx';
import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicFigure } from '../public/figure.ts';
import type { PublicPerson } from '../public/person.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit } from '../public/visit.ts';
import { piecesOf } from '../search/highlight.ts';
import type { Phrase } from '../store/filter.ts';
import { dayOfEntry } from '../wording/occasion.ts';
import { EngagementList, PersonList } from './indexes.tsx';
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

/** What was found, by what it is, in the order in which the best of each came. */
export type Section =
  | { noun: 'person'; entries: PublicPerson[] }
  | { noun: 'visit'; entries: PublicVisit[] }
  | { noun: 'engagement'; entries: PublicEngagement[] }
  | { noun: 'quote'; entries: { quote: PublicQuote; phrases: readonly Phrase[] }[] }
  | { noun: 'figure'; entries: { figure: PublicFigure; phrases: readonly Phrase[] }[] };

/** Ways to narrow a search: each with what it is called, how many there are and where it leads. */
export interface Choice {
  title: string;
  links: { href: string; name: string; count: number }[];
}

export interface Results {
  sections: readonly Section[];
  /** How the search was understood, in words; empty where it was taken word by word. */
  understood: readonly string[];
  /** What may have been meant, and where that is sought. */
  suggestion: { words: string; href: string } | null;
  choices: readonly Choice[];
  /** Both orders; the one that is used leads nowhere. */
  orders: readonly { name: string; href: string | null }[];
  /** What stands on the page out of what was looked at. */
  shown: { entries: number; complete: boolean };
  /** Where more is, and what it is called. */
  more: { href: string; name: string } | null;
}

interface Props {
  form: SearchForm;
  /** Null where nothing was asked. */
  results: Results | null;
  /** What is wrong with what was asked. */
  problem: string | null;
  path: string;
  origin: string;
}

/** What is found, with what was searched for marked, and ways to narrow it. */
export function SearchPage({ form, results, problem, path, origin }: Props) {
  return (
    <Page
      origin={origin}
      path={path}
      title={form.q === '' ? 'Search' : `Search: ${form.q}`}
      description="Search the record of visits, engagements and verbatim quotes."
      unlisted
    >
      <h1>Search the record</h1>
      <Form form={form} />
      {problem === null ? null : (
        <p class="note corrected" role="alert">
          {problem}
        </p>
      )}
      {results === null || problem !== null ? null : <Found {...results} />}
    </Page>
  );
}

const Form = ({ form }: { form: SearchForm }) => (
  <form class="search" action="/search" method="get">
    <p class="wide">
      <label for="q">Words, names or a question</label>
      <input id="q" name="q" type="search" value={form.q} maxlength={500} aria-describedby="q-hint" />
      <span class="hint" id="q-hint">
        As in: who met Blinken in Brussels, what did Stoltenberg say about China. “Words in quotation marks”
        stand so.
      </span>
    </p>
    <p>
      <label for="from">From</label>
      <input id="from" name="from" type="date" value={form.from} />
    </p>
    <p>
      <label for="to">to</label>
      <input id="to" name="to" type="date" value={form.to} />
    </p>
    <p>
      <label for="country">Country</label>
      <input id="country" name="country" value={form.country} maxlength={60} size={14} />
    </p>
    {form.speaker === '' ? null : <Kept name="speaker" label="Person" value={form.speaker} />}
    {form.topic === '' ? null : <Kept name="topic" label="Topic" value={form.topic} />}
    <p>
      <button type="submit">Search</button>
    </p>
  </form>
);

/** A filter that came by a link: shown, kept when the form is sent again, and let go by unticking. */
const Kept = ({ name, label, value }: { name: string; label: string; value: string }) => (
  <p>
    <label>
      <input type="checkbox" name={name} value={value} checked /> {label}: {value.replaceAll('-', ' ')}
    </label>
  </p>
);

function Found({ sections, understood, suggestion, choices, orders, shown, more }: Results) {
  if (sections.length === 0)
    return (
      <div class="told" role="status">
        <p>
          <strong>Nothing on record matches.</strong>{' '}
          {understood.length === 0 ? null : <>Understood as: {understood.join(' · ')}. </>}
          {suggestion === null ? (
            'Fewer words find more; every word that tells something has to occur.'
          ) : (
            <>
              Did you mean <a href={suggestion.href}>{suggestion.words}</a>?
            </>
          )}
        </p>
      </div>
    );
  return (
    <>
      <p class="where told">
        {understood.length === 0 ? null : <>Understood as: {understood.join(' · ')}. </>}
        {shown.entries} found
        {shown.complete ? '' : ' and shown, of more'}.{' '}
        {orders.map(({ name, href }, i) => (
          <>
            {i === 0 ? '' : ' · '}
            {href === null ? <strong>{name}</strong> : <a href={href}>{name}</a>}
          </>
        ))}
      </p>
      {choices.length === 0 ? null : (
        <details class="filters">
          <summary>Narrow by {choices.map(({ title }) => title.toLowerCase()).join(', ')}</summary>
          {choices.map(({ title, links }) => (
            <p>
              <strong>{title}</strong>:{' '}
              {links.map(({ href, name, count }, i) => (
                <>
                  {i === 0 ? '' : ' · '}
                  <a href={href}>
                    <Words>{name}</Words>
                  </a>{' '}
                  ({count})
                </>
              ))}
            </p>
          ))}
        </details>
      )}
      {sections.map((section) => (
        <section>
          <h2>{HEADINGS[section.noun]}</h2>
          <Entries section={section} />
        </section>
      ))}
      {more === null ? null : (
        <p>
          <a href={more.href} rel="next">
            {more.name}
          </a>
        </p>
      )}
    </>
  );
}

const HEADINGS: Record<Section['noun'], string> = {
  person: 'People',
  visit: 'Visits',
  engagement: 'Engagements',
  quote: 'Quotes',
  figure: 'Figures',
};

function Entries({ section }: { section: Section }) {
  switch (section.noun) {
    case 'person':
      return <PersonList people={section.entries} />;
    case 'visit':
      return <VisitList visits={section.entries} />;
    case 'engagement':
      return <EngagementList engagements={section.entries} />;
    case 'quote':
      return (
        <>
          {section.entries.map(({ quote, phrases }) => (
            <QuoteCard quote={quote} words={marked(quote.text, phrases)} />
          ))}
        </>
      );
    case 'figure':
      return (
        <ul class="visits">
          {section.entries.map(({ figure, phrases }) => (
            <li>
              <span dir="auto">{marked(figure.sentence, phrases)}</span>
              <span class="where">
                <Words>{[figure.stated_by?.name, dayOfEntry(figure)].filter(Boolean).join(', ')}</Words>{' '}
                {figure.sources[0] === undefined ? null : (
                  <a href={`/documents/${figure.sources[0].document}`}>
                    source<span class="unseen"> of {figure.text}</span>
                  </a>
                )}
              </span>
            </li>
          ))}
        </ul>
      );
  }
}

/** A text with what was sought in `<mark>`. */
const marked = (text: string, phrases: readonly Phrase[]): Child => (
  <>{piecesOf(text, phrases).map((it) => (it.found ? <mark>{it.text}</mark> : it.text))}</>
);
