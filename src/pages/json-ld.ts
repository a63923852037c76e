import type { PublicPerson } from '../public/person.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicWholeVisit } from '../public/visit.ts';
import { safeHref } from '../wording/href.ts';

/** What pages say of themselves in schema.org's words. Absent where nothing is known: never a null. */

const CONTEXT = 'https://schema.org';

type Known = Record<string, unknown>;
const known = (properties: Known): Known =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null && value !== undefined));

const person = (origin: string, { id, name }: { id: string; name: string }, kind = 'person') => ({
  '@type': kind === 'person' ? 'Person' : 'Organization',
  '@id': `${origin}/people/${id}`,
  name,
});

export function quotationOf(quote: PublicQuote, origin: string): object {
  return known({
    '@context': CONTEXT,
    '@type': 'Quotation',
    '@id': `${origin}/quotes/${quote.id}`,
    url: `${origin}/quotes/${quote.id}`,
    text: quote.text,
    spokenByCharacter:
      quote.speakers.length > 0 ? quote.speakers.map((it) => person(origin, it, it.kind)) : null,
    creator: quote.speakers.length > 0 ? quote.speakers.map((it) => person(origin, it, it.kind)) : null,
    dateCreated: quote.said_on,
    datePublished: quote.day_from === 'published' ? quote.day : null,
    about: quote.topics.length > 0 ? quote.topics.map(({ name }) => ({ '@type': 'Thing', name })) : null,
    isPartOf: quote.visit && {
      '@type': 'Event',
      '@id': `${origin}/visits/${quote.visit.id}`,
      name: quote.visit.title,
    },
    citation: quote.sources.map(({ title, publisher, url, published_on }) =>
      known({
        '@type': 'CreativeWork',
        name: title,
        publisher: publisher && { '@type': 'Organization', name: publisher },
        url: safeHref(url),
        datePublished: published_on,
      }),
    ),
  });
}

export function eventOf(visit: PublicWholeVisit, origin: string): object {
  const country = { '@type': 'Country', name: visit.country.name };
  return known({
    '@context': CONTEXT,
    '@type': 'Event',
    '@id': `${origin}/visits/${visit.id}`,
    url: `${origin}/visits/${visit.id}`,
    name: visit.title,
    startDate: visit.start,
    endDate: visit.end,
    eventStatus: 'https://schema.org/EventScheduled',
    performer: person(origin, visit.visitor),
    location:
      visit.cities.length > 0
        ? visit.cities.map(({ name }) => ({ '@type': 'City', name, containedInPlace: country }))
        : country,
    subEvent: visit.engagements.map((it) =>
      known({
        '@type': 'Event',
        name: it.title,
        startDate: it.date,
        location:
          it.place || it.city
            ? { '@type': 'Place', name: (it.place ?? it.city)!.name }
            : { '@type': 'Country', name: visit.country.name },
        attendee: it.participants.length > 0 ? it.participants.map((one) => person(origin, one)) : null,
      }),
    ),
  });
}

export function personOf(it: PublicPerson, origin: string): object {
  return known({
    '@context': CONTEXT,
    ...person(origin, it, it.kind),
    url: `${origin}/people/${it.id}`,
    alternateName: it.aliases.length > 0 ? it.aliases : null,
    jobTitle: it.kind === 'person' ? (it.roles[0]?.title ?? null) : null,
  });
}
