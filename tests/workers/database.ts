import { applyD1Migrations, type D1Migration, env, reset } from 'cloudflare:test';
import { afterEach, beforeEach } from 'vitest';
import type { Env as ReadoutEnv } from '../../src/env.ts';

declare global {
  namespace Cloudflare {
    interface Env extends ReadoutEnv {
      TEST_MIGRATIONS: D1Migration[];
      FUZZ_REQUESTS: string;
    }
  }
}

beforeEach(async () => {
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
});

afterEach(async () => {
  await reset();
});
