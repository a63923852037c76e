import type { ExtractHints, Extraction } from './model/extraction.ts';

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

/** What the Worker is given: bindings and variables of `wrangler.toml`, secrets by `wrangler secret put`. */
export interface Env {
  DB: D1Database;
  ASSETS?: Fetcher;
  /** Draws a quote for the previews of links (src/pictures); without it they show the picture of the site. */
  PICTURES?: Fetcher;
  /** Reads documents (src/extract); without it none can be posted. */
  EXTRACTOR?: Extractor;
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
}
