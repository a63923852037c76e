import { createApp } from './app.ts';
import type { Env } from './env.ts';
import { Isolate } from './http/isolate.ts';

const isolate = new Isolate();
const outside = { now: () => Date.now(), random: () => Math.random(), isolate };
const app = createApp(outside);
const forgetful = createApp({ ...outside, isolate: null });

export default {
  fetch(request, env, ctx) {
    return (env.ISOLATE_CACHE === 'off' ? forgetful : app).fetch(request, env, ctx);
  },
} satisfies ExportedHandler<Env>;
