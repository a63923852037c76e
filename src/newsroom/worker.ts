import { WorkerEntrypoint } from 'cloudflare:workers';
import { checkDraft } from '../drafts/check.ts';
import type { Format } from '../drafts/plain.ts';
import { publicKey, readKeys, sign } from '../drafts/receipt.ts';
import type { DraftAnswer, Extractor, Newsroom, VerifiedAnswer } from '../env.ts';
import { Reader } from '../store/reader.ts';
import { verify } from '../verify/verify.ts';

interface Bindings {
  DB: D1Database;
  SIGNING_KEYS?: string;
}

/**
 * Words are verified and drafts are checked in a Worker of its own: heavy work that the API's cold start need not read.
 * It has no address: only the main Worker reaches it, by the service binding NEWSROOM. Nothing of a draft is kept or logged.
 */
export default class extends WorkerEntrypoint<Bindings> implements Newsroom {
  async checkDraft(
    draft: { text: string; format: Format },
    origin: string,
    now: number,
    read: Extractor['read'],
  ): Promise<DraftAnswer> {
    const { DB, SIGNING_KEYS } = this.env;
    const db = new Reader(DB);
    const { receipt, ...checked } = await checkDraft(
      db,
      async (text) => read(text, {}),
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

  /** Did they say that? */
  async verify(asked: { text: string; speaker?: string | undefined }): Promise<VerifiedAnswer> {
    const db = new Reader(this.env.DB);
    const verified = await verify(db, asked);
    const { trips, rows, ms } = db;
    return { ...verified, cost: { trips, rows, ms } };
  }

  /** The public keys that receipts are signed with, old ones too. */
  async keys(): Promise<string> {
    const keys = await Promise.all(readKeys(this.env.SIGNING_KEYS).map(publicKey));
    return JSON.stringify({ keys });
  }
}
