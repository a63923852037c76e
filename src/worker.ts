import { createApp } from './app.ts';
import { editionOf, runDue } from './digest/run.ts';
import type { Env } from './env.ts';
import { Isolate } from './http/isolate.ts';
import { recall } from './http/recall.ts';
import { setMoment } from './store/writing.ts';

const isolate = new Isolate();
const outside = { now: () => Date.now(), random: () => Math.random(), isolate };
const app = createApp(outside);

export default {
  fetch(request, env, ctx) {
    return recall(request, env, outside) ?? app.fetch(request, env, ctx);
  },

  async scheduled(controller, env) {
    const now = new Date(controller.scheduledTime);
    await runDue(env.DB, now, editionOf(env));
    await setMoment(env.DB, 'cron', now.toISOString()).run();
    isolate.forget();
  },
} satisfies ExportedHandler<Env>;
