import type { ErrorCode, ParameterError } from './errors.ts';
import type { ExtractHints, Extraction } from './model/extraction.ts';
import type { Ref } from './model/record.ts';
import type { Verdict } from './model/verdict.ts';

/** The Worker of the tools for assistants (src/mcp), as it is called across its binding. */
export interface Tools {
  /** Answers a request to `/mcp`. Until it has, `ask` asks the site itself: path and query in, status and JSON text out. */
  answer(
    request: Request,
    ask: (path: string) => Promise<{ status: number; json: string }>,
  ): Promise<Response>;
}

/** The Worker of the extractor (src/extract), as it is called across its binding. */
export interface Extractor {
  read(text: string, hints: ExtractHints): Promise<Extraction>;
}

/** How the Worker of the intake is asked: when, on whose behalf, and whether this machine may be asked too. */
export interface Asking {
  /** Milliseconds since 1970. */
  now: number;
  /** Tests only: sources on this machine are allowed. */
  loopback: boolean;
  /** What we call ourselves to those we ask. */
  agent: string;
}

/** What the Worker of the intake answers: a value, or what is wrong with the question; `retry_after`: seconds until it may be asked again. */
export type Told =
  | { status: number; value: unknown }
  | {
      problem: { code: ErrorCode; message: string; errors?: readonly ParameterError[]; retry_after?: number };
    };

/** The Worker that takes documents in and listens to sources (src/sources), as it is called across its binding. */
export interface Intake {
  /** Sources that are due, each marked as on its way. */
  due(asking: Asking): Promise<string[]>;
  /** One turn at a source. `more`: articles are left that are due already. */
  turn(id: string, asking: Asking, read: Extractor['read']): Promise<{ result: string; more: boolean }>;
  /** Answers what the API asks by name. */
  answer(name: string, input: unknown, asking: Asking, read: Extractor['read']): Promise<Told>;
  /** A page of the site, or null where there is none of that path. `base`: origin of addresses. */
  page(path: string, base: string, asking: Asking): Promise<string | null>;
}

/** A checked draft as it is answered: JSON text, the revision it was checked against, and what that asked of the database. */
export interface DraftAnswer {
  body: string;
  revision: number;
  cost: { trips: number; rows: number; ms: number };
}

/** What is said of words somebody asked about; `body` is the quote's public JSON, U+0001 for the origin of addresses. */
export interface VerifiedAnswer {
  verdict: Verdict;
  speaker?: Ref | null;
  speaker_unknown?: true;
  matches: {
    id: string;
    similarity: number;
    diff: { op: '=' | '-' | '+'; text: string }[];
    body: string;
  }[];
  revision: number;
  cost: { trips: number; rows: number; ms: number };
}

/** The Worker that verifies words and checks drafts (src/newsroom), as it is called across its binding. */
export interface Newsroom {
  verify(asked: { text: string; speaker?: string | undefined }): Promise<VerifiedAnswer>;
  checkDraft(
    /** `form`: how it is told; JSON unless given. */
    draft: { text: string; format: 'text' | 'html' | 'markdown'; form?: 'json' | 'csv' | 'text' },
    origin: string,
    /** Milliseconds since 1970. */
    now: number,
    read: Extractor['read'],
  ): Promise<DraftAnswer>;
  /** JSON text of the public keys of receipts. */
  keys(): Promise<string>;
  /** Makes what is due of the record as files; `origin` of addresses in them, `now` in milliseconds since 1970. */
  makeData(origin: string, now: number): Promise<{ day: string; made: boolean } | null>;
  /** A file of the record by its path below `/data/`; null where there is none. */
  data(path: string, origin: string, request: Request): Promise<Response | null>;
  /** The page about the files, as HTML. */
  dataPage(origin: string): Promise<string>;
}

/** What the Worker is given: bindings and variables of `wrangler.toml`, secrets by `wrangler secret put`. */
export interface Env {
  DB: D1Database;
  ASSETS?: Fetcher;
  /** Draws a quote for the previews of links (src/pictures); without it they show the picture of the site. */
  PICTURES?: Fetcher;
  /** Reads documents (src/extract); without it none can be posted. */
  EXTRACTOR?: Extractor;
  /** Takes documents in, listens to sources and edits (src/sources); without it nothing is written to the record. */
  INTAKE?: Intake;
  /** A message for each source that is due. */
  POLLS?: Queue;
  /** "1" lets sources be on this machine (tests). */
  ALLOW_LOOPBACK_SOURCES?: string;
  /** Verifies words and checks drafts (src/newsroom); without it that is answered 501. */
  NEWSROOM?: Newsroom;
  /** Answers assistants at `/mcp` (src/mcp); without it that is answered 501. */
  MCP?: Tools;
  /** Address readers see ("https://readout.example"); empty: that of the request. */
  PUBLIC_URL?: string;
  /** Names that may stand in links while PUBLIC_URL is empty, divided by commas; `*.workers.dev` always may. */
  HOSTS?: string;
  /** Where `npm start` serves: the port of links in letters while PUBLIC_URL is empty. */
  LOCAL_PORT?: string;
  /** Bearer token that may post documents, beside those that `npm run token` makes. */
  INGEST_TOKEN?: string;
  /** Bearer token that may everything: secret of whoever runs the site, to begin with. */
  OPERATE_TOKEN?: string;
  /** Bearer token that may everything under `npm start` and in the tests. */
  LOCAL_TOKEN?: string;
  API_LIMIT?: RateLimit;
  /** For answers that cost more than others; src/http/limit.ts. */
  COSTLY_LIMIT?: RateLimit;
  /** "off" lifts the rate limits (`npm start` and the tests). */
  RATE_LIMITS?: string;
  /** "off" makes every answer anew (the tests). */
  ISOLATE_CACHE?: string;
  /** Time zone of the digest (IANA name), and the hour of its day from which an issue is due. */
  EDITION_TIMEZONE?: string;
  EDITION_HOUR?: string;
  MAIL_FROM?: string;
  /** Where readers report errors. */
  CONTACT_EMAIL?: string;
  /** Keys that sign the links in letters, newest first: "id:base64,…"; src/mail/keys.ts. */
  SECRET_KEYS?: string;
  /** Mail to `leave+token@…` unsubscribes; its address without the `+token`. Empty: by link only. */
  MAIL_LEAVE?: string;
  /** How mail leaves: SUBMISSION (src/mail/submission), else MAIL_HTTP_TOKEN (and MAIL_HTTP_URL), else EMAIL. */
  SUBMISSION?: Fetcher;
  MAIL_HTTP_URL?: string;
  MAIL_HTTP_TOKEN?: string;
  EMAIL?: SendEmail;
  DELIVERIES?: Queue;
  /** Who left and what was taken down, kept beside the database for the day it has to be restored (docs/operating.md). */
  OUTSIDE?: R2Bucket;
  /** Seals the subscribers in a dump: 32 bytes in base64. */
  DUMP_KEY?: string;
}
