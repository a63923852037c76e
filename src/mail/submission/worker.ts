import * as v from 'valibot';
import type { Letter, Mailer, Sending } from '../mailer.ts';
import { readSmtpUrl, smtpMailer } from './smtp.ts';
import { LetterAsSent } from './wire.ts';

/** What the submission Worker is given, by `wrangler secret put` with its own `wrangler.toml`. */
export interface SubmissionEnv {
  /** The mail server, as `readSmtpUrl` takes it. */
  SMTP_URL?: string;
}

/** Seconds after which a server that is not named, or not as it has to be, is looked for again. */
const AFTER_SETTINGS = 3600;

/** The mailer that SMTP_URL names, or what is wrong with it: that says nothing about any one letter. */
function mailerOf({ SMTP_URL }: SubmissionEnv): Mailer | Sending {
  if (!SMTP_URL) return { result: 'limit', code: 'SMTP_URL is not set', after: AFTER_SETTINGS };
  try {
    return smtpMailer(readSmtpUrl(SMTP_URL));
  } catch {
    return { result: 'limit', code: 'SMTP_URL cannot be read', after: AFTER_SETTINGS };
  }
}

async function readLetter(request: Request): Promise<Letter | null> {
  try {
    const read = v.safeParse(LetterAsSent, await request.json());
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

/**
 * SMTP in a Worker of its own, since what it takes weighs a sixth of the main one. `POST` with a letter as JSON is
 * answered 200 with its sending as JSON, whatever became of it; 400 is no letter. It has no address: only the main
 * Worker reaches it, by the service binding SUBMISSION.
 */
export default {
  async fetch(request: Request, env: SubmissionEnv): Promise<Response> {
    if (request.method !== 'POST') return new Response('POST a letter', { status: 405 });
    const letter = await readLetter(request);
    if (letter === null) return new Response('That is no letter', { status: 400 });
    const mailer = mailerOf(env);
    return Response.json('result' in mailer ? mailer : await mailer.send(letter));
  },
};
