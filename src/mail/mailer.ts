/** One letter to one recipient. */
export interface Letter {
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Beyond From, To and Subject: List-*, Precedence, Auto-Submitted, X-*. */
  headers: Readonly<Record<string, string>>;
  /** The same for every attempt to send this very letter. */
  key: string;
}

/**
 * What became of it. `code` is the provider's word for it and never holds an address.
 * - `sent`: the provider has taken it on.
 * - `temporary`: refused, may be taken later (`after`: seconds the provider asks to wait).
 * - `limit`: nothing more will be taken from us for a while, whoever it is for.
 * - `permanent`: refused for good; `suppress` if the reason is the recipient's address.
 * - `unknown`: no answer, so it may have been sent or not.
 */
export type Sending =
  | { result: 'sent'; id: string | null }
  | { result: 'temporary'; code: string; after: number | null }
  | { result: 'limit'; code: string; after: number | null }
  | { result: 'permanent'; code: string; suppress: boolean }
  | { result: 'unknown'; code: string };

/** How letters leave the house. An adapter never throws: whatever goes wrong is one of the results. */
export interface Mailer {
  /** Sending a letter twice under one key delivers it once. Then an unknown outcome is simply tried again. */
  readonly idempotent: boolean;
  send(letter: Letter): Promise<Sending>;
}

/** A word that can be kept in a table or a log: no address, no letter of the mail, one line. */
export function safeCode(code: unknown): string {
  return String(code)
    .replace(/\S*@\S*/g, '<address>')
    .replace(/[^\x20-\x7e]+/g, ' ')
    .slice(0, 100);
}
