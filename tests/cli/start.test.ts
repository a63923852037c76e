import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { catchUp, cronsOf, fireCrons } from '../../src/cli/crons.ts';
import { whenParentEnds } from '../../src/cli/parent.ts';
import { BESIDE, boundConfigs, developmentArguments } from '../../src/cli/wrangler.ts';
import { read } from '../house/files.ts';

test('npm start configures the token `local`, no rate limits, and the port of links in letters', () => {
  const told = developmentArguments('9000', []);
  const vars = told.flatMap((argument, at) => (told[at - 1] === '--var' ? [argument] : []));
  expect(vars).toEqual(['LOCAL_TOKEN:local', 'RATE_LIMITS:off', 'LOCAL_PORT:9000']);
  expect(told.slice(0, 3)).toEqual(['dev', '--port', '9000']);
});

test('npm start runs the Workers that the settings bind, beside the main one', () => {
  const settings = read('wrangler.toml');
  const uncommented = settings.replace(/^# (?=\[\[services\]\]|binding = "SUB|service = )/gm, '');
  const bound = (['extractor', 'intake', 'mcp', 'newsroom', 'pictures'] as const).map(
    (name) => BESIDE[`readout-${name}`],
  );
  const all = [...bound, BESIDE['readout-submission']];
  expect([settings, uncommented, ''].map(boundConfigs)).toEqual([bound, all, []]);
  const configs = (beside: readonly string[]) =>
    developmentArguments('9000', beside).filter((_, at, all) => all[at - 1] === '-c');
  expect(configs([])).toEqual([]);
  expect(configs(all)).toEqual(['wrangler.toml', ...all]);
});

test('each Worker beside the main one has the name it is bound by, and no address of its own', () => {
  for (const [name, config] of Object.entries(BESIDE)) {
    expect(read(config)).toContain(`\nname = "${name}"\n`);
    expect(read(config)).toContain('\nworkers_dev = false\n');
  }
});

test('no Worker beside the main one is bound to another, so that each can be deployed before it', () => {
  for (const config of Object.values(BESIDE)) {
    expect([config, read(config).includes('services')]).toEqual([config, false]);
  }
});

test('npm start ends its server once when npm has ended, and not before', () => {
  let parent = 7;
  let ended = 0;
  const looks: (() => void)[] = [];
  const every = (look: () => void) => {
    looks.push(look);
    return { stop: () => looks.splice(0) };
  };
  const tick = () => {
    for (const look of [...looks]) look();
  };
  whenParentEnds(
    () => parent,
    every,
    () => ended++,
  );
  tick();
  expect(ended).toBe(0);
  parent = 1;
  tick();
  tick();
  expect(ended).toBe(1);
});

test('npm start fires the clock by itself, at the very times the deployed one is fired', () => {
  const settings = read('wrangler.toml');
  expect(cronsOf(settings)).toEqual(['5,35 * * * *', '*/5 * * * *']);
  expect(fireCrons(settings, 'http://localhost:1').length).toBe(2);
  expect(cronsOf('crons = []')).toEqual([]);
});

test('npm start does at once what is late, and nothing where nothing is', async () => {
  const settings = 'crons = ["5,35 * * * *", "*/5 * * * *"]';
  for (const [detail, fired] of [
    ['The half-hourly job last ran at 2026-03-01T08:05:00.000Z: it is 300 minutes late.', ['5,35 * * * *']],
    ['The database does not answer.', []],
    [null, []],
  ] as const) {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://localhost');
      if (url.pathname !== '/healthz') asked.push(url.searchParams.get('cron') ?? '');
      response.statusCode = url.pathname === '/healthz' && detail !== null ? 503 : 200;
      response.end(JSON.stringify({ detail: detail ?? undefined }));
    });
    const address = await new Promise<string>((on) =>
      server.listen(0, () => on(`http://localhost:${(server.address() as AddressInfo).port}`)),
    );
    const line = await catchUp(settings, address, { now: () => 0, wait: async () => {} });
    expect(asked).toEqual(fired);
    expect(line === null).toBe(fired.length === 0);
    await new Promise((on) => server.close(on));
  }
});

test('npm start gives up on a server that never comes', async () => {
  let clock = 0;
  const wait = async (ms: number) => {
    clock += 100 * ms;
  };
  expect(await catchUp('', 'http://localhost:1', { now: () => clock, wait })).toBeNull();
});
