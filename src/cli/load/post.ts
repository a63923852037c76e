/** What became of one document: taken (201, 202), there already (200), or refused with the reason. */
export type Outcome = { state: 'new' | 'known'; id: string | null } | { state: 'refused'; reason: string };

/** Nothing can be posted at all: no server there, or no right to. */
export class Stopped extends Error {}

/** A server that fails this often on one document, or does not answer, is given up on for that document. */
const TRIES = 6;
const FIRST_WAIT_MS = 500;
const PATIENCE_MS = 300_000;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Posts documents to one server. Told to wait (`Retry-After`), everything waits; an answer of the server's own fault
 * is asked for again, later each time; what is wrong with a document is its outcome.
 */
export class Poster {
  #base: string;
  #token: string;
  #notBefore = 0;
  #answered = false;

  constructor(base: string, token: string) {
    this.#base = base;
    this.#token = token;
  }

  /** @throws Stopped where the token is refused, or where no server has ever answered. */
  async post(body: string): Promise<Outcome> {
    for (let tried = 1; ; tried++) {
      await sleep(Math.max(0, this.#notBefore - Date.now()));
      const answer = await this.#ask(body);
      if ('failed' in answer) {
        if (!this.#answered) throw new Stopped(`${this.#base} does not answer: ${answer.failed}`);
        if (tried === TRIES) return { state: 'refused', reason: `no answer (${answer.failed})` };
        await sleep(FIRST_WAIT_MS * 2 ** (tried - 1));
        continue;
      }
      this.#answered = true;
      const { status, text, retryAfter } = answer;
      if (status === 200 || status === 201 || status === 202) {
        return { state: status === 200 ? 'known' : 'new', id: idIn(text) };
      }
      if (status === 401 || status === 403) throw new Stopped(`the token was refused: ${detailOf(text)}`);
      if (status === 429 && retryAfter !== null) {
        this.#wait(retryAfter);
        // Being told to wait is no failure of this document, however often it happens.
        tried--;
        continue;
      }
      if ((status < 500 && status !== 429) || tried === TRIES) {
        return { state: 'refused', reason: `${status}: ${detailOf(text)}` };
      }
      if (retryAfter !== null) this.#wait(retryAfter);
      else await sleep(FIRST_WAIT_MS * 2 ** (tried - 1));
    }
  }

  /** Does the server still know this document? What it does not know was in another database. */
  async knows(id: string): Promise<boolean> {
    try {
      const answer = await fetch(`${this.#base}/v1/documents/${id}`, {
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      await answer.body?.cancel();
      return answer.status !== 404;
    } catch (error) {
      throw new Stopped(`${this.#base} does not answer: ${reasonOf(error)}`);
    }
  }

  #wait(seconds: number): void {
    this.#notBefore = Math.max(this.#notBefore, Date.now() + seconds * 1000);
  }

  async #ask(body: string) {
    try {
      const answer = await fetch(`${this.#base}/v1/documents`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${this.#token}` },
        body,
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const retryAfter = secondsOf(answer.headers.get('Retry-After'));
      return { status: answer.status, text: await answer.text(), retryAfter };
    } catch (error) {
      return { failed: reasonOf(error) };
    }
  }
}

/** `Retry-After` is seconds or a date (RFC 9110). */
function secondsOf(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header)) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, (at - Date.now()) / 1000);
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? (cause as NodeJS.ErrnoException).code || cause.message : message;
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function idIn(text: string): string | null {
  const { id } = parsed(text);
  return typeof id === 'string' ? id : null;
}

/** The problem in words: its detail and what it says of single parameters (RFC 9457), else the beginning of the answer. */
function detailOf(text: string): string {
  const { detail, title, errors } = parsed(text);
  const parts = Array.isArray(errors)
    ? (errors as { parameter?: string; detail?: string }[]).map((it) => `${it.parameter}: ${it.detail}`)
    : [];
  const whole = [detail ?? title, ...parts].filter((it) => typeof it === 'string').join('; ');
  return whole || text.replace(/\s+/g, ' ').slice(0, 200) || '(empty answer)';
}
