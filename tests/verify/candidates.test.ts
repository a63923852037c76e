import { env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { renderBody } from '../../src/links.ts';
import { foldWords } from '../../src/model/fold.ts';
import { orderOf } from '../../src/model/order.ts';
import { Reader } from '../../src/store/reader.ts';
import { readAsked } from '../../src/verify/asked.ts';
import { cluesOf, formsOf, termsOf } from '../../src/verify/clues.ts';
import { verify } from '../../src/verify/verify.ts';
import { aQuote } from '../workers/entries.ts';
import { aRecord, type MadeQuote, randomOf } from './generated.ts';

const COUNT = 20_000;
/** The bar for any text of 2,000 characters, whatever the size of the record. */
const MOST_ROWS = 3_000;
/** Quotes of one document, each two of them one utterance. */
const IN_DOCUMENT = 1_000;

const record = aRecord(COUNT, randomOf(7));

const entryOf = ({ id, text, speaker }: MadeQuote) => {
  const who = { id: speaker, name: speaker, role: null, kind: 'person' as const };
  const quote = aQuote({ id, text, speaker: who, speakers: [who], sources: [] });
  return [orderOf('2024-01-31', id), id, `speaker:${speaker}`, foldWords(text).join(' '), renderBody(quote)];
};

/** Quotes and what documents print of them straight into the tables, as ingest would leave them. */
async function putAll(): Promise<void> {
  for (let from = 0; from < record.length; from += IN_DOCUMENT) {
    const quotes = record.slice(from, from + IN_DOCUMENT);
    const document = `d_${from}`;
    let end = 0;
    const sources = quotes.map(({ id, text, speaker }, n) => {
      const start = end;
      end += text.length + 1;
      const found = JSON.stringify({ group: Math.floor(n / 2), speaker });
      return [document, n, id, start, start + text.length, text, found];
    });
    await env.DB.batch([
      env.DB.prepare(
        `INSERT INTO document_revision (document_id, revision, live, sha256, words_id, lang, text, received_at)
         VALUES (?, 1, 1, '', ?, 'en', ?, '')`,
      ).bind(document, document, quotes.map(({ text }) => text).join(' ')),
      env.DB.prepare(
        `INSERT INTO quote (ord, id, status, keys, words, body, first_seen_at, updated_at, first_rev, rev)
         SELECT value ->> 0, value ->> 1, 'published', value ->> 2, value ->> 3, value ->> 4, '', '', 1, 1
         FROM json_each(?)`,
      ).bind(JSON.stringify(quotes.map(entryOf))),
      env.DB.prepare(
        `INSERT INTO quote_source (document_id, n, quote_id, alone_id, start, end, byte_start, byte_end, text, found)
         SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 2, value ->> 3, value ->> 4, value ->> 3, value ->> 4,
                value ->> 5, value ->> 6 FROM json_each(?)`,
      ).bind(JSON.stringify(sources)),
    ]);
  }
}

const withAnother = (text: string, at: number) => text.split(' ').with(at, 'zebra').join(' ');
const isOnce = (text: string) => record.filter((it) => it.text.includes(text)).length === 1;

/** About 2,000 characters of the record from one quote on, and of quotes that follow far behind. */
function long(from: number, step: number): string {
  let text = '';
  for (let at = from; text.length < 2_000; at += step) text += `${record[at % COUNT]?.text} `;
  return text.slice(0, 2_000);
}

describe('the search for what was said', () => {
  it('finds it among 20,000 quotes of common words, whole or altered, within two trips and 3,000 rows', async () => {
    await putAll();
    const random = randomOf(11);
    const missed: string[] = [];
    let most = 0;
    const asks = async (text: string, speaker?: string) => {
      const db = new Reader(env.DB);
      const found = await verify(db, { text, speaker });
      expect(db.trips).toBe(2);
      most = Math.max(most, db.rows);
      return found;
    };
    for (let i = 0; i < 40; i++) {
      const it = record[Math.floor(random() * COUNT)] as MadeQuote;
      const expected: [text: string, verdict: string, speaker?: string][] = [
        [it.text, 'verbatim'],
        [it.text.toUpperCase(), 'verbatim', it.speaker],
        [it.text, 'verbatim', 'Nobody Known'],
        [withAnother(it.text, 5), 'altered'],
        [withAnother(withAnother(it.text, 3), 12), 'altered', it.speaker],
      ];
      for (const [text, verdict, speaker] of expected) {
        const found = await asks(text, speaker);
        const isRight = found.verdict === verdict && (found.matches[0]?.id === it.id || !isOnce(it.text));
        if (!isRight) missed.push(`${speaker} ${text} is ${found.verdict}: ${found.matches[0]?.id}`);
      }
    }
    for (const from of [0, 700, 9_000]) {
      await asks(long(from, 1), record[from]?.speaker);
      await asks(long(from, 377), record[from]?.speaker);
    }
    const words = long(0, 1).split(' ');
    const hostile = [
      `${words[0]} `.repeat(400),
      words.toSorted().join(' '),
      words.join(' … '),
      words.map((word) => `[${word}]`).join(' '),
      words.map((word) => `“${word}” he said`).join(' '),
      words.flatMap((word) => [word, 'zebra']).join(' '),
      words.map((word) => `${word.slice(0, 2)}-${word.slice(2)}`).join(' '),
    ];
    for (const text of hostile) {
      const db = new Reader(env.DB);
      await verify(db, { text: text.slice(0, 2_000), speaker: record[0]?.speaker });
      most = Math.max(most, db.rows);
    }
    expect(missed).toEqual([]);
    expect(most).toBeLessThanOrEqual(MOST_ROWS);
  }, 60_000);
});

describe('the clues to a text', () => {
  it('cover all of a long text, also where there are more words than can be asked about', () => {
    const text = Array.from({ length: 900 }, (_, i) => `word${i}`).join(' ');
    const stretches = termsOf(readAsked(text));
    const forms = formsOf(stretches);
    expect(forms.length).toBe(300);
    const clues = cluesOf(stretches, new Map(forms.map((form) => [form, 5])), []);
    const places = clues.flatMap(({ match }) => [...match.matchAll(/word(\d+)/g)].map(([, n]) => Number(n)));
    expect(Math.min(...places)).toBeLessThan(150);
    expect(Math.max(...places)).toBeGreaterThan(750);
    expect(clues.length).toBeLessThan(60);
  });

  it('leave out words that stand in no quote, and ask for those that do in every spelling', () => {
    const stretches = termsOf(readAsked('our defence spending zzzz matters'));
    const counts = new Map(['our', 'defence', 'defense', 'spending', 'matters'].map((form) => [form, 1]));
    const matches = cluesOf(stretches, counts, ['jane-example']).map(({ match }) => match);
    expect(matches.some((match) => match.includes('zzzz'))).toBe(false);
    expect(matches.some((match) => match.includes('"defence_spending" OR "defense_spending"'))).toBe(true);
    expect(matches.some((match) => match.startsWith('"speaker:jane-example" AND '))).toBe(true);
  });

  it('are none for words that stand in no quote', () => {
    expect(cluesOf(termsOf(readAsked('zzzz yyyy')), new Map(), ['jane-example'])).toEqual([]);
  });
});
