import { expect, test } from 'vitest';
import { whenParentEnds } from '../../src/cli/parent.ts';
import { bindsSubmission, developmentArguments, SUBMISSION_CONFIG } from '../../src/cli/wrangler.ts';
import { read } from '../house/files.ts';

test('npm start configures the token `local`, no rate limits, and the port of links in letters', () => {
  const told = developmentArguments('9000', false);
  const vars = told.flatMap((argument, at) => (told[at - 1] === '--var' ? [argument] : []));
  expect(vars).toEqual(['INGEST_TOKEN:local', 'RATE_LIMITS:off', 'LOCAL_PORT:9000']);
  expect(told.slice(0, 3)).toEqual(['dev', '--port', '9000']);
});

test('npm start runs the Worker that speaks SMTP where the settings bind it', () => {
  const settings = read('wrangler.toml');
  const uncommented = settings.replace(/^# (?=\[\[services\]\]|binding = "SUB|service = )/gm, '');
  expect([settings, uncommented].map(bindsSubmission)).toEqual([false, true]);
  const configs = (submission: boolean) =>
    developmentArguments('9000', submission).filter((_, at, all) => all[at - 1] === '-c');
  expect(configs(false)).toEqual([]);
  expect(configs(true)).toEqual(['wrangler.toml', SUBMISSION_CONFIG]);
  expect(read(SUBMISSION_CONFIG)).toMatch(/^name = "readout-submission"$/m);
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
