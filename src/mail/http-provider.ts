import * as v from 'valibot';
import { type Mailer, type Sending, safeCode } from './mailer.ts';

/** Where the provider is asked and how we are known there. */
export interface HttpProvider {
  /** Takes a letter as JSON, as Resend's `POST /emails` does. */
  url: string;
  token: string;
  /** Milliseconds to wait for an answer. */
  timeout: number;
}

const Answer = v.object({
  id: v.optional(v.string()),
  name: v.optional(v.string()),
});

/**
 * A provider of mail over HTTP with `Idempotency-Key`: of letters sent under one key it delivers one, so an attempt
 * without an answer is tried again. `ask` is `fetch`, or a test's.
 */
export function httpMailer({ url, token, timeout }: HttpProvider, ask: typeof fetch): Mailer {
  return {
    idempotent: true,
    async send({ from, to, subject, text, html, headers, key }): Promise<Sending> {
      let response: Response;
      try {
        response = await ask(url, {
          method: 'POST',
          redirect: 'manual',
          signal: AbortSignal.timeout(timeout),
          headers: {
            Authorization: `Bearer ${token}`,
            'Content-Type': 'application/json',
            'Idempotency-Key': key,
          },
          body: JSON.stringify({
            from: `${from.name} <${from.address}>`,
            to: [to],
            subject,
            text,
            html,
            headers,
          }),
        });
      } catch {
        return { result: 'temporary', code: 'no-answer', after: null };
      }
      return sortOut(response, await readAnswer(response));
    },
  };
}

async function readAnswer(response: Response): Promise<v.InferOutput<typeof Answer>> {
  try {
    const read = v.safeParse(Answer, await response.json());
    return read.success ? read.output : {};
  } catch {
    // An answer without a body we can read still has its status, which decides.
    return {};
  }
}

function sortOut({ status, ok, headers }: Response, { id, name }: v.InferOutput<typeof Answer>): Sending {
  if (ok) return { result: 'sent', id: id ?? null };
  const code = safeCode(`${status}${name === undefined ? '' : ` ${name}`}`);
  const seconds = Number(headers.get('Retry-After'));
  const after = Number.isFinite(seconds) && seconds > 0 ? seconds : null;
  if (status === 429 && /quota|daily|monthly/.test(name ?? '')) return { result: 'limit', code, after };
  // The key or the account is wrong: that says nothing about this letter.
  if (status === 401 || status === 403 || status === 402)
    return { result: 'limit', code, after: after ?? 3600 };
  // Somebody is sending the same letter this moment, or sent it.
  if (status === 409 || status === 408 || status === 429 || status >= 500) {
    return { result: 'temporary', code, after };
  }
  return { result: 'permanent', code, suppress: /suppress|invalid_to/.test(name ?? '') };
}
