import * as v from 'valibot';
import type { Mailer, Sending } from '../mailer.ts';
import { SendingAsAnswered } from './wire.ts';

/** A service binding, of which no more is used than its `fetch`. */
export interface Submission {
  fetch(url: string, request: { method: 'POST'; body: string }): Promise<Response>;
}

/**
 * Mail by the submission Worker, which speaks SMTP. It alone knows whether the server has seen the letter, so an
 * answer that does not come, or that cannot be read, leaves it unknown.
 */
export function submissionMailer(submission: Submission): Mailer {
  return {
    idempotent: false,
    async send(letter): Promise<Sending> {
      let answer: unknown;
      try {
        // Service bindings want an absolute address and look at no host.
        const response = await submission.fetch('https://submission/', {
          method: 'POST',
          body: JSON.stringify(letter),
        });
        if (response.status === 400) return { result: 'temporary', code: 'submission: 400', after: null };
        if (!response.ok) return { result: 'unknown', code: `submission: ${response.status}` };
        answer = await response.json();
      } catch {
        return { result: 'unknown', code: 'submission: no-answer' };
      }
      const read = v.safeParse(SendingAsAnswered, answer);
      return read.success ? read.output : { result: 'unknown', code: 'submission: unreadable' };
    },
  };
}
