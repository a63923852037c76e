import type { Asking, Env, Extractor } from '../env.ts';
import { AppError } from '../errors.ts';

/** How this Worker asks the intake. */
export const askingOf = (env: Env, now: number): Asking => ({
  now,
  loopback: env.ALLOW_LOOPBACK_SOURCES === '1',
  agent: `ReadoutBot/1.0 (+${env.PUBLIC_URL || `mailto:${env.CONTACT_EMAIL ?? 'editor@readout.example'}`})`,
});

/** The intake, or 501 where it is not bound. */
export function intakeOf(env: Env): NonNullable<Env['INTAKE']> {
  if (env.INTAKE === undefined) throw new AppError('not_implemented', 'Nothing is taken in here.');
  return env.INTAKE;
}

/** Asks the intake something by name. @throws AppError for what it says is wrong; 503 where it does not answer. */
export async function askIntake(
  env: Env,
  now: number,
  name: string,
  input: unknown,
  read: Extractor['read'] = readBy(env),
): Promise<{ status: number; value: unknown }> {
  const told = await answerOf(() => intakeOf(env).answer(name, input, askingOf(env, now), read));
  if (!('problem' in told)) return told;
  const { code, message, errors = [], retry_after } = told.problem;
  const headers = retry_after === undefined ? {} : { 'Retry-After': String(retry_after) };
  throw new AppError(code, message, { errors, headers });
}

/** What the intake answers; 503 where it cannot be reached or breaks off. */
export async function answerOf<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof AppError) throw error;
    console.error('INTAKE did not answer', error);
    throw new AppError('unavailable', 'That cannot be done at the moment. Try again soon.', {
      headers: { 'Retry-After': '60' },
    });
  }
}

/** The extractor across its binding. Throws 503 where it is not bound or does not answer. */
export const readBy =
  (env: Env): Extractor['read'] =>
  async (text, hints) => {
    try {
      if (env.EXTRACTOR !== undefined) return await env.EXTRACTOR.read(text, hints);
      console.error('EXTRACTOR is not bound');
    } catch (error) {
      console.error('EXTRACTOR did not answer', error);
    }
    throw new AppError('unavailable', 'No document can be read at the moment; nothing of it was kept.', {
      headers: { 'Retry-After': '60' },
    });
  };
