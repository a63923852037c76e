import { env } from 'cloudflare:test';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { CheckedDraft } from '../../src/api/drafts.ts';
import { isSigned, type PublicKey } from '../../src/drafts/receipt.ts';
import { extract } from '../../src/extract/extract.ts';
import { ingestDocument } from '../../src/ingest/ingest.ts';
import { sha256 } from '../../src/model/id.ts';
import { ask, costOf, problemOf } from '../workers/ask.ts';
import { articles, asHtml, asMarkdown, asText, documents, type Quotation, sentences } from './articles.ts';

const post = (body: unknown) =>
  ask('/v1/drafts', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

async function check(text: string, format?: string) {
  const asked = await post({ text, ...(format !== undefined && { format }) });
  expect(asked.status, asked.text.slice(0, 300)).toBe(200);
  return { ...v.parse(CheckedDraft, asked.json), cost: costOf(asked) };
}

async function putAll() {
  for (const it of documents) await ingestDocument(env.DB, it, new Date('2026-03-20T08:00:00Z'), extract);
}

/** What is wrong with a checked article, quotation by quotation. */
function mistakes(article: readonly Quotation[], checked: Awaited<ReturnType<typeof check>>): string[] {
  if (checked.quotations.length !== article.length) return [`${checked.quotations.length} quotations found`];
  return checked.quotations.flatMap(({ text, verdict, best, suggestion }, nth) => {
    const { change } = article[nth] as Quotation;
    const told = `${change ?? 'faithful'} is ${verdict}: ${text}`;
    if (change === null) return verdict === 'verbatim' ? [] : [told];
    if (change === 'speaker') return verdict === 'misattributed' ? [] : [told];
    if (change === 'joined') return verdict === 'verbatim' || verdict === 'spliced' ? [told] : [];
    const isShown = best !== null && suggestion !== null && best.source?.sha256 !== undefined;
    return verdict === 'altered' && isShown ? [] : [told];
  });
}

describe('drafts', () => {
  it('have every change found and no faithful quotation accused, in text, HTML and Markdown', async () => {
    await putAll();
    const wrong: string[] = [];
    for (const [nth, article] of articles.entries()) {
      const [text, format] = [
        [asText(article), 'text'],
        [asHtml(article), 'html'],
        [asMarkdown(article), 'markdown'],
      ][nth % 3] as [string, string];
      const checked = await check(text, format);
      wrong.push(...mistakes(article, checked));
      expect(checked.cost.trips).toBeLessThanOrEqual(3);
      expect(checked.cost.rows).toBeLessThanOrEqual(600 * article.length);
      for (const { start, end, text: words } of checked.quotations) {
        expect(text.slice(start, end)).toBe(words);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('name the words of the source, and how much there is of whoever is quoted', async () => {
    await putAll();
    const article = articles
      .flat()
      .filter(({ change }) => change === 'number')
      .slice(0, 1);
    const { quotations } = await check(asText(article));
    const [{ suggestion, best, on_record, speaker } = {}] = quotations;
    const source = documents.find(({ url }) => url === best?.source?.url);
    expect(source?.text.slice(suggestion?.start, suggestion?.end)).toBe(suggestion?.text);
    expect(on_record).toMatchObject({ quotes: 20 });
    expect(speaker?.name).toBe(article[0]?.speaker.split(' ').slice(1).join(' '));
  });

  it('accuse nobody who is not on record', async () => {
    await putAll();
    const { quotations } = await check(
      '“Trees should be planted on every roof in town,” said Mayor Rosa Nobody.',
    );
    expect(quotations).toMatchObject([
      {
        speaker: null,
        speaker_label: 'Rosa Nobody',
        speaker_unknown: true,
        verdict: 'not_found',
        on_record: { quotes: 0, from: null, to: null },
        suggestion: null,
      },
    ]);
  });

  it('are answered with a receipt that anybody can prove, and that tells when a word was changed', async () => {
    await putAll();
    const text = asText(articles[0] ?? []);
    const { receipt, counts } = await check(text);
    const { keys } = (await ask('/.well-known/readout-keys.json')).json as { keys: PublicKey[] };
    expect(await isSigned(receipt, keys)).toBe(true);
    expect(receipt.draft_sha256).toBe(await sha256(text));
    expect(receipt.quotations.length).toBe(counts.quotations);
    for (const { start, end, sha256: hash } of receipt.quotations) {
      expect(await sha256(text.slice(start, end))).toBe(hash);
    }
    expect(await isSigned({ ...receipt, revision: receipt.revision + 1 }, keys)).toBe(false);
    expect(await isSigned({ ...receipt, quotations: receipt.quotations.slice(1) }, keys)).toBe(false);
    expect(await isSigned(receipt, [])).toBe(false);
  });

  it('say of words held against an open document that anybody can prove it', async () => {
    const open = { ...documents[0]!, rights: 'open' as const };
    await ingestDocument(env.DB, open, new Date('2026-03-20T08:00:00Z'), extract);
    await ingestDocument(env.DB, documents[1]!, new Date('2026-03-20T08:00:00Z'), extract);
    const [one, other] = [sentences[0]!, sentences[25]!];
    const { receipt } = await check(
      `“${one.text},” said ${one.speaker}.\n\n“${other.text},” said ${other.speaker}.\n\n“Trees should be planted on every roof in town,” said Mayor Rosa Nobody.`,
    );
    expect(receipt.quotations.map(({ provable }) => provable)).toEqual(['anybody', 'source', 'word']);
  });

  it('are told as rows and as lines for a chat, if that is asked for', async () => {
    await putAll();
    const [it] = sentences;
    const text = `“${it!.text.replace(/\d+/, '77')},” said ${it!.speaker}.`;
    const told = async (accept: string) => {
      const asked = await ask('/v1/drafts', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: accept },
        body: JSON.stringify({
          text: `${text} “=Trees should be planted on roofs,” said Mayor Rosa Nobody.`,
        }),
      });
      return [asked.headers.get('Content-Type'), asked.text] as const;
    };
    const [type, csv] = await told('text/csv');
    expect(type).toBe('text/csv; charset=utf-8');
    expect(csv.split('\r\n').map((line) => line.split(',').slice(0, 4).join())).toEqual([
      'nth,start,end,verdict',
      expect.stringMatching(/^1,\d+,\d+,altered$/),
      expect.stringMatching(/^2,\d+,\d+,not_found$/),
      '',
    ]);
    expect(csv).toContain(`'=Trees`);
    const [plainType, lines] = await told('text/plain');
    expect(plainType).toBe('text/plain; charset=utf-8');
    expect(lines).toContain('2 quotations: 1 not in these words, 1 not on record.');
    expect(lines).toContain(`On record: “${it!.text}`);
  });

  it('leave nothing behind', async () => {
    await putAll();
    const count = async () =>
      JSON.stringify(
        (
          await env.DB.prepare(
            'SELECT (SELECT count(*) FROM document) AS d, (SELECT count(*) FROM quote) AS q, (SELECT value FROM counter) AS r',
          ).all()
        ).results,
      );
    const before = await count();
    await check(asText(articles[1] ?? []));
    expect(await count()).toBe(before);
  });

  it('beyond three hundred quotations say how many were left out', async () => {
    const many = Array.from(
      { length: 310 },
      (_, n) => `“We planted ${n + 1000} trees this spring,” said Mayor Rosa Nobody.`,
    );
    const { counts, cost } = await check(many.join('\n\n'));
    expect(counts.quotations).toBe(300);
    expect(counts.unchecked).toBe(10);
    expect(cost.trips).toBeLessThanOrEqual(2);
  });

  it.each([
    [{}, 400],
    [{ text: '' }, 400],
    [{ text: '…' }, 400],
    [{ text: 'a', format: 'pdf' }, 400],
    [{ text: 'a'.repeat(200_001) }, 400],
    [{ text: 'ä'.repeat(100_001) }, 400],
    [{ text: 'a', url: 'b' }, 400],
  ])('that cannot be read are refused: %#', async (body, status) => {
    const asked = await post(body);
    expect(asked.status).toBe(status);
    expect(problemOf(asked).detail).not.toBe('');
  });
});
