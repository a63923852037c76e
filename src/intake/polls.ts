import type { Env } from '../env.ts';
import { askingOf, readBy } from './ask.ts';

/** A message of the queue of polls: a source to take a turn at. */
interface Poll {
  source: string;
}

const EACH_BATCH = 100;
/** Seconds until a turn that broke off is taken again. */
const AGAIN_SECONDS = 60;

/** Sends a message for each source that is due, so that none waits for another. Says how many. */
export async function sendDue(env: Env, now: number): Promise<number> {
  const { INTAKE, POLLS } = env;
  if (INTAKE === undefined || POLLS === undefined) return 0;
  const due = await INTAKE.due(askingOf(env, now));
  for (let at = 0; at < due.length; at += EACH_BATCH)
    await POLLS.sendBatch(
      due.slice(at, at + EACH_BATCH).map((source) => ({ body: { source } satisfies Poll })),
    );
  return due.length;
}

/** Takes the turns of a batch, each for itself: one that fails or dawdles takes nothing from the others. */
export async function takeTurns(env: Env, now: number, batch: MessageBatch): Promise<void> {
  const { INTAKE, POLLS } = env;
  if (INTAKE === undefined) throw new Error('messages of polls came, but the intake is not bound');
  await Promise.all(
    batch.messages.map(async (message) => {
      const { source } = message.body as Poll;
      try {
        const { more } = await INTAKE.turn(source, askingOf(env, now), readBy(env));
        if (more) await POLLS?.send({ source } satisfies Poll);
        message.ack();
      } catch (error) {
        console.error(`a turn at ${source} broke off`, error);
        message.retry({ delaySeconds: AGAIN_SECONDS });
      }
    }),
  );
}
