import { WorkerEntrypoint } from 'cloudflare:workers';
import { checkDraft } from '../drafts/check.ts';
import type { Format } from '../drafts/plain.ts';
import { publicKey, readKeys, sign } from '../drafts/receipt.ts';
import type { DraftAnswer, Extractor, Newsroom } from '../env.ts';
import { Reader } from '../store/reader.ts';

interface Bindings {
  DB: D1Database;
  EXTRACTOR: Extractor;
  SIGNING_KEYS?: string;
}

/**
 * Drafts are checked in a Worker of their own, since it is seldom and heavy work that the API's cold start need not read.
 * It has no address: only the main Worker reaches it, by the service binding NEWSROOM. Nothing of a draft is kept or logged.
 */
export default class extends WorkerEntrypoint<Bindings> implements Newsroom {
  async checkDraft(
    draft: { text: string; format: Format },
    origin: string,
    now: number,
  ): Promise<DraftAnswer> {
    const { DB, EXTRACTOR, SIGNING_KEYS } = this.env;
    const db = new Reader(DB);
    const { receipt, ...checked } = await checkDraft(
      db,
      async (text) => EXTRACTOR.read(text, {}),
      draft,
      new Date(now),
      origin,
    );
    const signed = await sign(receipt, readKeys(SIGNING_KEYS));
    const { trips, rows, ms } = db;
    return {
      body: JSON.stringify({ ...checked, receipt: signed }),
      revision: receipt.revision,
      cost: { trips, rows, ms },
    };
  }

  /** The public keys that receipts are signed with, old ones too. */
  async keys(): Promise<string> {
    const keys = await Promise.all(readKeys(this.env.SIGNING_KEYS).map(publicKey));
    return JSON.stringify({ keys });
  }
}
