import { createApp } from './app.ts';
import { editionOf, runDue } from './digest/run.ts';
import type { Env } from './env.ts';
import { Isolate } from './http/isolate.ts';
import { recall } from './http/recall.ts';
import { askingOf, readBy } from './intake/ask.ts';
import { sendDue, takeTurns } from './intake/polls.ts';
import { bury, consume } from './mailing/consume.ts';
import { sweep } from './mailing/delivery/sweep.ts';
import { hearEvents } from './mailing/hear-events.ts';
import { leaveByMail } from './mailing/list/leave-by-mail.ts';
import { openOffice, originOfLetters } from './mailing/office.ts';
import { forgetOld } from './mailing/retention.ts';
import { tryAgain } from './store/failure.ts';
import { setMoment } from './store/writing.ts';

const isolate = new Isolate();
const outside = { now: () => Date.now(), random: () => Math.random(), isolate };
const app = createApp(outside);
const patience = { random: outside.random, wait: (ms: number) => scheduler.wait(ms) };

/** As wrangler.toml has it: when sources are looked at, and nothing else is done. */
const POLLING = '*/5 * * * *';
/** Documents read again with each of them: some fifty statements each, of the thousand an invocation may have. */
const REREAD_EACH = 10;

export default {
  fetch(request, env, ctx) {
    return recall(request, env, outside) ?? app.fetch(request, env, ctx);
  },

  async scheduled(controller, env) {
    const now = new Date(controller.scheduledTime);
    if (controller.cron === POLLING) {
      try {
        await sendDue(env, now.getTime());
      } finally {
        try {
          // A better extractor's turn comes after whatever is new.
          await env.INTAKE?.answer(
            'reread',
            { limit: REREAD_EACH, chance: outside.random() },
            askingOf(env, now.getTime()),
            readBy(env),
          );
        } finally {
          await env.NEWSROOM?.makeData(originOfLetters(env), now.getTime());
        }
      }
      return;
    }
    try {
      // An issue is made once, however often a run is begun again.
      await tryAgain(patience, () => runDue(env.DB, now, editionOf(env)));
      await tryAgain(patience, () => setMoment(env.DB, 'cron', now.toISOString()).run());
      isolate.forget();
    } finally {
      // An issue that cannot be made holds up no letter of those before it, and nothing is kept longer for want of mail.
      const office = await openOffice(env, outside);
      if (office !== null) await sweep(office);
      await tryAgain(patience, () => forgetOld(env.DB, now));
    }
  },

  async queue(batch, env) {
    if (batch.queue === 'readout-polls') {
      await takeTurns(env, outside.now(), batch);
      isolate.forget();
      return;
    }
    if (batch.queue === 'readout-deliveries-dead') return bury(env.DB, outside, batch);
    const office = await openOffice(env, outside);
    // Thrown, so that the messages come back until there is an office.
    if (office === null) throw new Error('messages of mail came, but no mail can be sent');
    if (batch.queue === 'readout-mail-events') await hearEvents(office, batch);
    else await consume(office, batch);
  },

  async email(message, env) {
    const office = await openOffice(env, outside);
    if (office === null || !(await leaveByMail(office, message.to))) {
      message.setReject('Nobody reads this address; letters say how to unsubscribe.');
    }
  },
} satisfies ExportedHandler<Env>;
