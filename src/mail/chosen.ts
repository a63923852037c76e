import type { Env } from '../env.ts';
import { cloudflareMailer } from './cloudflare.ts';
import { httpMailer } from './http-provider.ts';
import type { Mailer } from './mailer.ts';
import { submissionMailer } from './submission/mailer.ts';

/** The mailer that the settings choose: SUBMISSION, else MAIL_HTTP_TOKEN, else the binding; null without any. */
export function chosenMailer(env: Env, ask: typeof fetch): Mailer | null {
  if (env.SUBMISSION !== undefined) return submissionMailer(env.SUBMISSION);
  if (env.MAIL_HTTP_TOKEN) {
    return httpMailer(
      {
        url: env.MAIL_HTTP_URL || 'https://api.resend.com/emails',
        token: env.MAIL_HTTP_TOKEN,
        timeout: 20_000,
      },
      ask,
    );
  }
  return env.EMAIL === undefined ? null : cloudflareMailer(env.EMAIL);
}
