import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { boundConfigs } from '../../src/cli/wrangler.ts';
import { ROOT, read } from '../house/files.ts';
import { Account } from './account.ts';

const home = mkdtempSync(join(tmpdir(), 'readout-deploy-'));
afterAll(() => {
  rmSync(home, { recursive: true });
  for (const config of ['wrangler.toml', ...boundConfigs(read('wrangler.toml'))])
    rmSync(join(ROOT, config.replace(/\.toml$/, '.deploy.toml')), { force: true });
});

/** Runs `npm run deploy` against an account. */
async function deploy(account: Account, args: string[] = [], more: Record<string, string> = {}) {
  const run = spawn(process.execPath, ['src/cli/deploy.ts', ...args], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: home,
      TMPDIR: tmpdir(),
      CI: '1',
      CLOUDFLARE_API_BASE_URL: `${account.origin}/client/v4`,
      CLOUDFLARE_API_TOKEN: 'a token',
      CLOUDFLARE_ACCOUNT_ID: 'account',
      PUBLIC_URL: 'https://readout.news',
      MAIL_FROM: 'digest@readout.news',
      CONTACT_EMAIL: 'editor@readout.news',
      INGEST_TOKEN: 'secret',
      ...more,
    },
  });
  let out = '';
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (data) => (out += String(data)));
  const status = await new Promise<number | null>((on) => run.on('exit', on));
  return { status, out };
}

describe('npm run deploy, against a stand-in of the account', () => {
  it('ends the same from nothing though every call fails once, run again, and beside another environment', async () => {
    const account = new Account();
    await account.open();
    const failed = new Set<string>();
    // Each kind of call, whichever Worker, queue or database it is about; and each document.
    account.fails = (call) => {
      const kind = call.replace(/\b(readout[a-z-]*|queue-\d+|[0-9a-f-]{36})\b/g, '…');
      if (failed.has(kind)) return false;
      failed.add(kind);
      return true;
    };
    const first = await deploy(account);
    expect([first.status, account.unknown], first.out).toEqual([0, []]);
    expect(failed.size).toBeGreaterThan(15);

    const once = account.state();
    const bound = boundConfigs(read('wrangler.toml'));
    expect(once.workers.map(({ name }) => name)).toHaveLength(bound.length + 1);
    expect(once.databases).toEqual([
      [
        'readout',
        expect.arrayContaining(['quote', 'visit', 'ledger']),
        readdirSync(join(ROOT, 'migrations'))
          .filter((it) => it.endsWith('.sql'))
          .sort(),
      ],
    ]);
    const main = once.workers.find(({ name }) => name === 'readout')!;
    expect(main).toMatchObject({
      domains: ['readout.news'],
      onWorkersDev: false,
      crons: ['5,35 * * * *', '*/5 * * * *'],
    });
    expect(main.consumers).toEqual(once.queues);
    expect(once.workers.filter(({ onWorkersDev }) => onWorkersDev)).toEqual([]);
    expect(once.documents).toHaveLength(5);

    const again = await deploy(account);
    expect([again.status, account.unknown], again.out).toEqual([0, []]);
    expect(account.state()).toEqual(once);
    expect(again.out).not.toContain('secret');

    // Another environment has names of its own for everything, and touches nothing of the first.
    const staging = await deploy(account, ['--env', 'staging'], {
      PUBLIC_URL: 'https://staging.readout.news',
    });
    expect([staging.status, account.unknown], staging.out).toEqual([0, []]);
    const both = account.state();
    const isStaging = (name: unknown) => /^readout-staging(-|$)/.test(String(name));
    expect({
      ...both,
      databases: both.databases.filter(([name]) => !isStaging(name)),
      queues: both.queues.filter((name) => !isStaging(name)),
      buckets: both.buckets.filter((name) => !isStaging(name)),
      workers: both.workers.filter(({ name }) => !isStaging(name)),
    }).toEqual(once);
    expect(both.workers).toHaveLength(2 * once.workers.length);
    for (const { name, bindings } of both.workers.filter((it) => isStaging(it.name)))
      for (const binding of bindings)
        expect([name, binding]).not.toEqual([
          name,
          expect.stringMatching(/"(?:service|queue_name|bucket_name)":"readout-(?!staging)/),
        ]);
    await account.close();
  }, 900_000);

  it('does nothing while placeholders stand where people would write, and says which', async () => {
    const account = new Account();
    await account.open();
    for (const [more, why] of [
      [{ PUBLIC_URL: '' }, 'PUBLIC_URL must be the address readers see'],
      [{ PUBLIC_URL: 'https://readout.example' }, 'PUBLIC_URL is a placeholder'],
      [{ PUBLIC_URL: 'http://readout.news' }, 'PUBLIC_URL must be'],
      [{ MAIL_FROM: 'digest@readout.example' }, 'MAIL_FROM is a placeholder'],
      [{ CONTACT_EMAIL: 'nobody' }, 'CONTACT_EMAIL must be an address of mail'],
    ] as const) {
      const { status, out } = await deploy(account, [], more);
      expect([status, out]).toEqual([1, expect.stringContaining(why)]);
    }
    const wrong = await deploy(account, ['--env', 'Prod!']);
    expect([wrong.status, wrong.out]).toEqual([1, expect.stringContaining('--env takes a short name')]);
    expect(account.asked).toEqual([]);
    await account.close();
  });

  it('posts nothing where something else answers', async () => {
    const { loadCorpus } = await import('../../src/cli/deploy/load.ts');
    const account = new Account();
    await account.open();
    await expect(loadCorpus('corpus/documents', account.origin, 'secret', async () => {})).rejects.toThrow(
      'is not this site',
    );
    expect(account.asked).toEqual(['GET /healthz']);
    await account.close();
  });
});
