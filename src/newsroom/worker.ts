import { WorkerEntrypoint } from 'cloudflare:workers';
import { makeData } from '../data/make.ts';
import { dataPage } from '../data/page.tsx';
import { serveData } from '../data/serve.ts';
import { checkDraft } from '../drafts/check.ts';
import type { Format } from '../drafts/plain.ts';
import { publicKey, readKeys, sign } from '../drafts/receipt.ts';
import { toCsv, toText } from '../drafts/told.ts';
import type { DraftAnswer, Extractor, Newsroom, VerifiedAnswer } from '../env.ts';
import { Reader } from '../store/reader.ts';
import { verify } from '../verify/verify.ts';

interface Bindings {
  DB: D1Database;
  SIGNING_KEYS?: string;
  /** Where the files of the record are kept (docs/data.md); without it there are none. */
  DATA?: R2Bucket;
}

/** Slices of files that are made at once: some 80,000 entries, well within what a turn of the clock may take. */
const SLICES = 40;

/**
 * Words are verified and drafts are checked in a Worker of its own: heavy work that the API's cold start need not read.
 * It has no address: only the main Worker reaches it, by the service binding NEWSROOM. Nothing of a draft is kept or logged.
 */
export default class extends WorkerEntrypoint<Bindings> implements Newsroom {
  async checkDraft(
    draft: { text: string; format: Format; form?: 'json' | 'csv' | 'text' },
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
    const told = { ...checked, receipt: signed };
    return {
      body: draft.form === 'csv' ? toCsv(told) : draft.form === 'text' ? toText(told) : JSON.stringify(told),
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

  /** Makes what is due of the record as files, as far as one turn of the clock goes. */
  async makeData(origin: string, now: number): Promise<{ day: string; made: boolean } | null> {
    const { DB: db, DATA: bucket } = this.env;
    return bucket === undefined ? null : makeData({ db, bucket, origin, now: new Date(now) }, SLICES);
  }

  /** A file of the record, or a part of it; null where there is none. */
  async data(path: string, origin: string, request: Request): Promise<Response | null> {
    const { DB: db, DATA: bucket } = this.env;
    return bucket === undefined ? null : serveData(path, request, { db, bucket, origin });
  }

  /** The page about the files, as HTML. */
  async dataPage(origin: string): Promise<string> {
    const { DB: db, DATA: bucket } = this.env;
    return dataPage(bucket === undefined ? null : { db, bucket, origin }, origin);
  }
}
