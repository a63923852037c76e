/** What the Worker is given: bindings and variables of `wrangler.toml`, secrets by `wrangler secret put`. */
export interface Env {
  DB: D1Database;
  ASSETS?: Fetcher;
  /** Address readers see ("https://readout.example"); empty: that of the request. */
  PUBLIC_URL?: string;
  /** Bearer token of `POST /v1/documents`; without one nothing can be posted. */
  INGEST_TOKEN?: string;
  API_LIMIT?: RateLimit;
  /** "off" lifts the rate limits (`npm start` and the tests). */
  RATE_LIMITS?: string;
  EDITION_TIMEZONE?: string;
  MAIL_FROM?: string;
  SECRET_KEYS?: string;
  EMAIL?: SendEmail;
  DELIVERIES?: Queue;
}
