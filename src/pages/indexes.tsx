import type { Child } from 'hono/jsx';
import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicPerson } from '../public/person.ts';
import type { PublicPlace } from '../public/place.ts';
import { eventTitle } from '../wording/event.ts';
import { counted } from '../wording/line.ts';
import { dayOfEntry } from '../wording/occasion.ts';
import { type Announced, Page } from './layout.tsx';
import { latestFirst, Words } from './parts.tsx';

interface Props {
  origin: string;
  path: string;
  title: string;
  lede: string;
  /** Address of the next page of the list. */
  next: string | null;
  feed?: Announced;
  children: Child;
}

/** The frame of a list of all there is. */
export const IndexPage = ({ origin, path, title, lede, next, feed, children }: Props) => (
  <Page
    origin={origin}
    path={path}
    title={title}
    description={lede}
    {...(feed !== undefined && { feeds: [feed] })}
  >
    <h1>
      <Words>{title}</Words>
    </h1>
    <p class="lede">{lede}</p>
    {children}
    {next === null ? null : (
      <p>
        <a href={next} rel="next">
          More
        </a>
      </p>
    )}
  </Page>
);

const LABELS: Record<string, string> = {
  q: 'Words',
  visitor: 'Visitor (id)',
  speaker: 'Speaker (id)',
  person: 'Person (id)',
  publisher: 'Publisher (id)',
  topic: 'Topic (id)',
  country: 'Country (two letters)',
  from: 'From (day)',
  to: 'To (day)',
};

/** What a list can be narrowed by, filled in as asked. */
export const Filters = ({
  action,
  fields,
  labels = {},
}: {
  action: string;
  fields: Record<string, string | undefined>;
  labels?: Record<string, string>;
}) => (
  <details class="filters" open={Object.values(fields).some((value) => value !== undefined)}>
    <summary>Narrow the list</summary>
    <form action={action} method="get">
      {Object.entries(fields).map(([name, value]) => (
        <p>
          <label for={`by-${name}`}>{labels[name] ?? LABELS[name] ?? name}</label>{' '}
          <input
            id={`by-${name}`}
            name={name}
            value={value ?? ''}
            type={name === 'from' || name === 'to' ? 'date' : 'text'}
          />
        </p>
      ))}
      <button type="submit">Show</button>
    </form>
  </details>
);

export const EngagementList = ({ engagements }: { engagements: readonly PublicEngagement[] }) => (
  <ul class="visits">
    {engagements.map((it) => (
      <li>
        <a href={`/engagements/${it.id}`}>
          <Words>{eventTitle(it, { day: true }) ?? it.title}</Words>
        </a>
        <span class="where">{dayOfEntry(it) || 'Day not stated'}</span>
      </li>
    ))}
  </ul>
);

/** Each with the last office known and how much is on record. */
export const PersonList = ({ people }: { people: readonly PublicPerson[] }) => (
  <ul class="visits">
    {people.map(({ id, name, roles, counts }) => {
      const role = latestFirst(roles)[0];
      const told = [
        [role?.title, role?.organisation].filter(Boolean).join(', '),
        counts.visits > 0 ? counted(counts.visits, 'visit') : '',
        counts.engagements > 0 ? counted(counts.engagements, 'engagement') : '',
        counts.quotes > 0 ? counted(counts.quotes, 'quote') : '',
      ].filter((part) => part !== '');
      return (
        <li>
          <a href={`/people/${id}`}>
            <Words>{name}</Words>
          </a>
          <span class="where">
            <Words>{told.join(' · ')}</Words>
          </span>
        </li>
      );
    })}
  </ul>
);

export const PlaceList = ({ places }: { places: readonly PublicPlace[] }) => (
  <ul class="visits">
    {places.map(({ id, name, counts }) => (
      <li>
        <a href={`/countries/${id}`}>
          <Words>{name}</Words>
        </a>
        <span class="where">
          {[
            counts.visits > 0 ? counted(counts.visits, 'visit') : '',
            counts.engagements > 0 ? counted(counts.engagements, 'engagement') : '',
            counts.quotes > 0 ? counted(counts.quotes, 'quote') : '',
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </li>
    ))}
  </ul>
);
