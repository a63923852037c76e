import { expect, it } from 'vitest';
import { ask, askAll } from '../workers/ask.ts';

const post = async (body: Record<string, unknown>) =>
  (
    (
      await ask('/v1/documents', {
        method: 'POST',
        headers: { Authorization: 'Bearer local', 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).json as { id: string }
  ).id;

it('finds documents by the country of what they tell, by language, and by both', async () => {
  const oslo = await post({
    text: 'Prime Minister Jane Example of Denmark visited Oslo, Norway, from 3 to 5 March 2026.',
  });
  const riga = await post({
    text: 'Prime Minister Jane Example of Denmark visited Riga, Latvia, from 8 to 9 March 2026.',
  });
  const paris = await post({
    text: 'Le ministre des Affaires étrangères s’est rendu à Paris pour une réunion avec les députés de son pays.',
    lang: 'fr',
  });
  expect(await askAll('/v1/documents?country=NO')).toEqual([oslo]);
  expect((await askAll('/v1/documents?country=NO,LV')).toSorted()).toEqual([oslo, riga].toSorted());
  expect(await askAll('/v1/documents?lang=fr')).toEqual([paris]);
  expect((await askAll('/v1/documents?lang=en')).toSorted()).toEqual([oslo, riga].toSorted());
  expect(await askAll('/v1/documents?lang=en&country=LV&person=jane-example')).toEqual([riga]);
});

it('lists all feeds on a page and as OPML, and each of them is there', async () => {
  const page = (await ask('/feeds')).text;
  const opml = await ask('/feeds/readout.opml');
  expect([opml.status, opml.headers.get('Content-Type')]).toEqual([200, 'text/x-opml; charset=utf-8']);
  const addresses = [
    ...[...page.matchAll(/href="(\/feeds\/[^"?]+)"/g)].map((it) => it[1]!),
    ...[...opml.text.matchAll(/xmlUrl="https:\/\/readout\.example([^"]+)"/g)].map((it) => it[1]!),
  ];
  expect(addresses.length).toBeGreaterThan(15);
  for (const address of new Set(addresses))
    expect([address, (await ask(address)).status]).toEqual([address, 200]);
});
