import { expect, test } from 'vitest';
import { developmentArguments } from '../../src/cli/wrangler.ts';

test('npm start configures the token `local` and no rate limits', () => {
  const told = developmentArguments('9000');
  const vars = told.flatMap((argument, at) => (told[at - 1] === '--var' ? [argument] : []));
  expect(vars).toEqual(['INGEST_TOKEN:local', 'RATE_LIMITS:off']);
  expect(told.slice(0, 3)).toEqual(['dev', '--port', '9000']);
});
