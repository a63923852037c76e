import { type Mailer, type Sending, safeCode } from './mailer.ts';

/** Nothing is said of these letters; the account or its set-up is not ready. */
const NOT_READY = new Set(['E_SENDER_NOT_VERIFIED', 'E_SENDER_DOMAIN_NOT_AVAILABLE']);
const TEMPORARY = new Set(['E_RATE_LIMIT_EXCEEDED', 'E_DELIVERY_FAILED', 'E_INTERNAL_SERVER_ERROR']);
const LIMIT = new Set(['E_DAILY_LIMIT_EXCEEDED']);

/**
 * Cloudflare's `send_email` binding. In local runs its simulator leaves each letter as files and prints their paths.
 * It knows no idempotency key, so an error without one of its codes (a lost connection, a timeout) stays unknown; one of
 * its codes is its word that the letter was not taken.
 */
export function cloudflareMailer(binding: SendEmail): Mailer {
  return {
    idempotent: false,
    async send({ from, to, subject, text, html, headers }): Promise<Sending> {
      try {
        const { messageId } = await binding.send({
          from: { name: from.name, email: from.address },
          to,
          subject,
          text,
          html,
          headers: { ...headers },
        });
        return { result: 'sent', id: messageId };
      } catch (error) {
        return sortOut((error as { code?: unknown } | null)?.code);
      }
    },
  };
}

function sortOut(code: unknown): Sending {
  if (typeof code !== 'string' || !code.startsWith('E_')) return { result: 'unknown', code: 'no-answer' };
  const word = safeCode(code);
  if (LIMIT.has(code)) return { result: 'limit', code: word, after: null };
  if (NOT_READY.has(code)) return { result: 'limit', code: word, after: 3600 };
  if (TEMPORARY.has(code)) return { result: 'temporary', code: word, after: null };
  return { result: 'permanent', code: word, suppress: code === 'E_RECIPIENT_SUPPRESSED' };
}
