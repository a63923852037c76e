import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { afterEach, describe, expect, it } from 'vitest';
import { WRANGLER } from '../../src/cli/wrangler.ts';
import { submissionMailer } from '../../src/mail/submission/mailer.ts';
import worker, { type SubmissionEnv } from '../../src/mail/submission/worker.ts';
import { aLetter } from './letter.ts';
import { serve, stopServers } from './server.ts';

afterEach(stopServers);

const urlOf = ({ host, port }: { host: string; port: number }) => `smtp+plain://${host}:${port}`;
/** The main Worker's mailer, bound to this very handler. */
const boundTo = (env: SubmissionEnv) =>
  submissionMailer({ fetch: (url, request) => worker.fetch(new Request(url, request), env) });

describe('the submission Worker', () => {
  it('brings a letter that the main Worker posts to the server that SMTP_URL names', async () => {
    const { server, received } = await serve({ disabledCommands: ['STARTTLS'] });
    const letter = aLetter();
    expect(await boundTo({ SMTP_URL: urlOf(server) }).send(letter)).toEqual({ result: 'sent', id: null });
    expect(received).toHaveLength(1);
    const mail = await simpleParser(received[0]!);
    expect(mail.text?.trimEnd()).toBe(letter.text.trimEnd());
    expect((mail.html || '').trimEnd()).toBe(letter.html.trimEnd());
    expect(mail.messageId).toBe('<readout-2026-03-03-1@readout.example>');
  });

  it('tells what the server said to it', async () => {
    const { server, received } = await serve({
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, done) =>
        done(Object.assign(new Error('5.1.1 no such user'), { responseCode: 550 })),
    });
    const sending = await boundTo({ SMTP_URL: urlOf(server) }).send(aLetter());
    expect(sending).toMatchObject({ result: 'permanent', suppress: true });
    expect(received).toEqual([]);
  });

  it.each([{}, { SMTP_URL: '' }, { SMTP_URL: 'https://me:secret@mail.example' }])(
    'pauses all mail while it is not told of a server (%o)',
    async (env) => {
      const sending = await boundTo(env).send(aLetter());
      expect(sending).toMatchObject({ result: 'limit', after: 3600 });
      expect(sending).toMatchObject({ code: expect.stringContaining('SMTP_URL') });
      expect(JSON.stringify(sending)).not.toContain('secret');
    },
  );

  it.each(['', 'no JSON', '[]', JSON.stringify({ ...aLetter(), to: 7 })])(
    'takes nothing else for a letter (%#)',
    async (body) => {
      const request = new Request('https://submission/', { method: 'POST', body });
      expect((await worker.fetch(request, {})).status).toBe(400);
      expect((await worker.fetch(new Request('https://submission/'), {})).status).toBe(405);
    },
  );

  it('runs in workerd as it is deployed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'readout-submission-'));
    const built = spawnSync(
      process.execPath,
      [WRANGLER, 'deploy', '-c', 'src/mail/submission/wrangler.toml', '--dry-run', '--outdir', folder],
      { encoding: 'utf8', env: { ...process.env, WRANGLER_SEND_METRICS: 'false' } },
    );
    expect([built.status, built.stderr]).toEqual([0, expect.any(String)]);
    const { server, received } = await serve({ disabledCommands: ['STARTTLS'] });
    const miniflare = new Miniflare(
      convertV4MiniflareOptions({
        modules: true,
        script: readFileSync(join(folder, 'worker.js'), 'utf8'),
        compatibilityDate: '2026-10-01',
        compatibilityFlags: ['nodejs_compat'],
        bindings: { SMTP_URL: urlOf(server) },
      }),
    );
    try {
      const sending = await submissionMailer({
        fetch: async (url, request) => {
          const answer = await miniflare.dispatchFetch(url, request);
          return new Response(await answer.text(), { status: answer.status });
        },
      }).send(aLetter());
      expect(sending).toEqual({ result: 'sent', id: null });
      expect(received).toHaveLength(1);
    } finally {
      await miniflare.dispose();
    }
  });
});
