import { env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { STATED } from '../../src/model/periods.ts';
import type { Holder } from '../../src/model/register.ts';
import type { PublicPerson } from '../../src/public/person.ts';
import { Reader } from '../../src/store/reader.ts';
import { loadWrongTallies } from '../../src/store/rebuild.ts';
import { readSitemap } from '../../src/store/sitemap.ts';
import { ask, askAll } from '../workers/ask.ts';
import { emptyRecord, writer } from './record.ts';
import { tell } from './stories.ts';

const holder: Holder = {
  id: 'dara-example-no',
  name: 'Dara Example',
  wikidata: 'Q42',
  gender: 'f',
  country: 'NO',
  alone: false,
  terms: [
    { title: 'Minister of Bridges', organisation: null, country: 'NO', from: '2020-01-01', to: '2024-06-30' },
  ],
};
const by = (name: string, more: object, url: string) =>
  tell({
    url,
    people: [{ name, ...more }],
    quotes: [{ words: `We will build the bridge, ${url.length} of them.`, speaker: name }],
  });

async function people(): Promise<PublicPerson[]> {
  const { results } = await env.DB.prepare(
    "SELECT body FROM person WHERE status = 'published' ORDER BY id",
  ).all<{
    body: string;
  }>();
  return results.map(({ body }) => JSON.parse(body.replaceAll('\u0001', '')) as PublicPerson);
}

describe('who holds public office', () => {
  it('is one person under the register’s name, whatever documents call them and in whatever order they come', async () => {
    const stories = [
      by('Example', { office: 'Minister of Bridges', known: holder }, 'https://example.org/a'),
      by('DARA EXAMPLE', { known: holder }, 'https://example.org/bb'),
      by('Dara Example', { office: 'teacher', namesake: true }, 'https://example.org/ccc'),
    ];
    const seen: string[] = [];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
    ]) {
      await emptyRecord();
      const { put } = writer();
      for (const n of order) await put(stories[n]!);
      const found = await people();
      seen.push(JSON.stringify(found.map(({ first_seen_at: _f, updated_at: _u, ...rest }) => rest)));
      expect(found.map(({ id, name, indexed, same_as }) => ({ id, name, indexed, same_as }))).toEqual([
        {
          id: 'dara-example-no',
          name: 'Dara Example',
          indexed: true,
          same_as: 'https://www.wikidata.org/entity/Q42',
        },
        { id: 'dara-example-other', name: 'Dara Example', indexed: false, same_as: null },
      ]);
      expect(found[0]!.roles).toEqual([
        {
          title: 'Minister of Bridges',
          organisation: 'Norway',
          country: { id: 'no', name: 'Norway' },
          from: '2020-01-01',
          to: '2024-06-30',
        },
      ]);
      expect(found[0]!.counts.quotes).toBe(2);
    }
    expect(seen[0]).toBe(seen[1]);
  });

  it('is told from a witness, who is named where quoted and not listed', async () => {
    await emptyRecord();
    const { put } = writer();
    await put(by('Jo Witness', {}, 'https://example.org/a'));
    await put(by('Kim Sample', { office: 'Senator' }, 'https://example.org/bb'));
    await put(by('Sample', { office: 'nurse' }, 'https://example.org/ccc'));
    expect((await people()).map(({ id, indexed }) => [id, indexed])).toEqual([
      ['jo-witness', false],
      ['kim-sample', true],
      ['sample', false],
    ]);
  });

  it('decides who stands in a list of people, is counted among them and is named to search engines', async () => {
    await emptyRecord();
    const { put, withdraw } = writer();
    await put(by('Jo Witness', {}, 'https://example.org/a'));
    await put(by('Kim Sample', { office: 'Senator' }, 'https://example.org/bb'));
    const listed = async () => {
      const all = await askAll('/v1/people');
      const named = await askAll('/v1/people?q=witness');
      const { counts } = (await ask('/v1')).json as { counts: { people: number } };
      const sitemap = (await readSitemap(new Reader(env.DB), 100)).map(({ path }) => path);
      const shown = sitemap.filter((path) => path.startsWith('/people/')).sort();
      return [all.sort(), named, counts.people, shown];
    };
    expect(await listed()).toEqual([['kim-sample'], [], 1, ['/people/kim-sample']]);
    expect((await ask('/v1/people/jo-witness')).json).toMatchObject({
      indexed: false,
      counts: { quotes: 1 },
    });
    expect((await ask('/people/jo-witness')).text).toContain('<meta name="robots" content="noindex"/>');
    expect(await loadWrongTallies(env.DB, STATED)).toEqual([]);
    // Whoever comes to hold an office is listed from then on, and no longer when nobody says so any more.
    const told = await put(by('Jo Witness', { office: 'Senator' }, 'https://example.org/ccc'));
    expect(await listed()).toEqual([
      ['jo-witness', 'kim-sample'],
      ['jo-witness'],
      2,
      ['/people/jo-witness', '/people/kim-sample'],
    ]);
    await withdraw(told.document_id);
    expect(await listed()).toEqual([['kim-sample'], [], 1, ['/people/kim-sample']]);
  });
});
