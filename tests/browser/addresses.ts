import { ask } from './pages.ts';

export const PAGES = [
  'home',
  'a search',
  'a search without a find',
  'a visit',
  'a quote',
  'a person',
  'the issues',
  'an issue',
  'the check',
  'a check',
  'the subscription',
  'the builder',
  'the builder with a quote',
  'the builder with a visit',
  'the builder with a person',
  'the documents',
  'about',
  'the reference',
  'the frame of a quote',
  'the frame of a visit',
  'nothing',
] as const;
export type Kind = (typeof PAGES)[number];

/** One address of every kind of page. */
export async function everyPage(): Promise<Record<Kind, string>> {
  const first = async (path: string) => (await ask<{ data: { id: string }[] }>(path)).data[0]!.id;
  const quote = await first('/v1/quotes?limit=1&min_sources=2');
  const visit = await first('/v1/visits?limit=1');
  const person = await first('/v1/people?limit=1&q=stoltenberg');
  const issue = await first('/v1/digests?limit=1');
  const { text } = await ask<{ text: string }>(`/v1/quotes/${quote}`);
  return {
    home: '/',
    'a search': '/search?q=nato',
    'a search without a find': '/search?q=zzzz',
    'a visit': `/visits/${visit}`,
    'a quote': `/quotes/${quote}`,
    'a person': `/people/${person}`,
    'the issues': '/digests',
    'an issue': `/digests/${issue}`,
    'the check': '/check',
    'a check': `/check?${new URLSearchParams({ text: text.replace('is', 'was') })}`,
    'the subscription': '/subscribe',
    'the builder': '/embed',
    'the builder with a quote': `/embed?quote=${quote}`,
    'the builder with a visit': `/embed?visit=${visit}`,
    'the builder with a person': `/embed?speaker=${person}`,
    'the documents': '/documents',
    about: '/about',
    'the reference': '/docs',
    'the frame of a quote': `/embed/quotes/${quote}`,
    'the frame of a visit': `/embed/visits/${visit}`,
    nothing: '/there-is-nothing-here',
  };
}
