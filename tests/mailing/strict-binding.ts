/**
 * A `send_email` binding that refuses what the real one refuses (its documentation, autumn 2026) and the local simulator
 * lets through, and fails on request.
 */
export interface Sent {
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

/** Standard headers that may be set; X-* may as well. */
const ALLOWED = new Set(
  [
    'List-Unsubscribe',
    'List-Unsubscribe-Post',
    'List-Id',
    'List-Archive',
    'List-Help',
    'List-Post',
    'List-Owner',
  ]
    .concat(['Precedence', 'Auto-Submitted', 'In-Reply-To', 'References', 'Reply-To', 'Importance'])
    .map((name) => name.toLowerCase()),
);
const bytes = (text: string) => new TextEncoder().encode(text).length;

export class MailError extends Error {
  readonly code: string;
  constructor(code: string, detail = '') {
    super(`${code} ${detail}`);
    this.code = code;
  }
}

/** What the provider does with the nth attempt (from 1) for an address; null: takes it. */
export type Trouble = (to: string, attempt: number) => Error | null;

export class StrictBinding {
  readonly sent: Sent[] = [];
  /** How many letters were taken, whether kept or not. */
  taken = 0;
  readonly #keep: boolean;
  #trouble: Trouble = () => null;
  /** Taken by the provider, but the answer is lost. */
  lost: (to: string) => boolean = () => false;
  readonly #attempts = new Map<string, number>();

  /** `keep`: whether to remember what was sent. */
  constructor(keep = true) {
    this.#keep = keep;
  }

  /** From now on; attempts are counted anew. */
  set trouble(trouble: Trouble) {
    this.#trouble = trouble;
    this.#attempts.clear();
  }

  to(address: string): Sent[] {
    return this.sent.filter((letter) => letter.to === address);
  }

  async send(message: EmailMessage | EmailMessageBuilder): Promise<EmailSendResult> {
    if (!('subject' in message)) throw new MailError('E_VALIDATION_ERROR', 'raw messages are not used here');
    const { to, from, subject, text, html, headers = {} } = message;
    if (typeof to !== 'string' || !/^[^\s@<>,]+@[^\s@<>,]+\.[^\s@<>,]+$/.test(to))
      throw new MailError('E_VALIDATION_ERROR', 'one recipient, written as a plain address');
    if (typeof from === 'string' || !from?.email) throw new MailError('E_FIELD_MISSING', 'from');
    if (!subject || !text || !html) throw new MailError('E_FIELD_MISSING', 'subject, text or html');
    if (subject.length > 998 || /[\r\n\0]/.test(subject))
      throw new MailError('E_VALIDATION_ERROR', 'subject');
    if (bytes(text) + bytes(html) > 5 * 1024 * 1024) throw new MailError('E_CONTENT_TOO_LARGE');
    this.#checkHeaders(headers);
    const attempt = (this.#attempts.get(to) ?? 0) + 1;
    this.#attempts.set(to, attempt);
    const trouble = this.#trouble(to, attempt);
    if (trouble !== null) throw trouble;
    this.taken++;
    if (this.#keep) this.sent.push({ to, subject, text, html, headers });
    if (this.lost(to)) throw new Error('The connection was lost');
    return { messageId: `<${this.taken}@provider.example>` };
  }

  #checkHeaders(headers: Record<string, string>): void {
    const names = Object.keys(headers);
    if (names.filter((name) => !/^x-/i.test(name)).length > 20) throw new MailError('E_HEADERS_TOO_MANY');
    let total = 0;
    for (const [name, value] of Object.entries(headers)) {
      if (!/^[!-9;-~]{1,100}$/.test(name)) throw new MailError('E_HEADER_NAME_INVALID', name);
      if (!/^x-/i.test(name) && !ALLOWED.has(name.toLowerCase()))
        throw new MailError('E_HEADER_NOT_ALLOWED', name);
      if (!/^[\x20-\x7e]*$/.test(value)) throw new MailError('E_HEADER_VALUE_INVALID', name);
      if (bytes(value) > 2048) throw new MailError('E_HEADER_VALUE_TOO_LONG', name);
      total += bytes(name) + bytes(value);
    }
    if (total > 16 * 1024) throw new MailError('E_HEADERS_TOO_LARGE');
    const unsubscribe = headers['List-Unsubscribe'];
    if (unsubscribe !== undefined && !/^<(https|mailto):[^<>\s]+>(, <mailto:[^<>\s]+>)?$/.test(unsubscribe))
      throw new MailError('E_HEADER_VALUE_INVALID', 'List-Unsubscribe');
  }
}
