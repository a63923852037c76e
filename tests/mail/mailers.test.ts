import { describe, expect, it } from 'vitest';
import type { Env } from '../../src/env.ts';
import { chosenMailer } from '../../src/mail/chosen.ts';
import { cloudflareMailer } from '../../src/mail/cloudflare.ts';
import { httpMailer } from '../../src/mail/http-provider.ts';
import { type Letter, type Sending, safeCode } from '../../src/mail/mailer.ts';
import { type Submission, submissionMailer } from '../../src/mail/submission/mailer.ts';
import { readSmtpUrl } from '../../src/mail/submission/smtp.ts';
import { MailError, StrictBinding } from '../mailing/strict-binding.ts';

const LETTER: Letter = {
  from: { name: 'Readout', address: 'digest@readout.example' },
  to: 'ann@readers.example',
  subject: 'A subject',
  text: 'Text',
  html: '<p>Text</p>',
  headers: { 'List-Id': '<daily.digest.readout.example>' },
  key: 'readout-2026-03-03-1',
};

describe('the binding', () => {
  const told = (error: unknown) => {
    const binding = new StrictBinding();
    binding.trouble = () => error as Error;
    return cloudflareMailer(binding as SendEmail).send(LETTER);
  };

  it('takes a letter and names it', async () => {
    const binding = new StrictBinding();
    expect(await cloudflareMailer(binding as SendEmail).send(LETTER)).toEqual({
      result: 'sent',
      id: '<1@provider.example>',
    });
    expect(binding.sent[0]).toMatchObject({ to: LETTER.to, headers: LETTER.headers });
  });

  it.each([
    ['E_RATE_LIMIT_EXCEEDED', { result: 'temporary' }],
    ['E_INTERNAL_SERVER_ERROR', { result: 'temporary' }],
    ['E_DAILY_LIMIT_EXCEEDED', { result: 'limit' }],
    ['E_SENDER_NOT_VERIFIED', { result: 'limit' }],
    ['E_RECIPIENT_SUPPRESSED', { result: 'permanent', suppress: true }],
    ['E_VALIDATION_ERROR', { result: 'permanent', suppress: false }],
  ])('that answers %s is understood', async (code, expected) => {
    expect(await told(new MailError(code, 'ann@readers.example'))).toMatchObject({ ...expected, code });
  });

  it.each([new Error('Network connection lost'), 'gone', null, undefined, { code: 7 }])(
    'that breaks off without its word leaves it unknown (%s)',
    async (error) => {
      const binding = { send: () => Promise.reject(error) };
      expect(await cloudflareMailer(binding).send(LETTER)).toEqual({ result: 'unknown', code: 'no-answer' });
    },
  );
});

describe('a provider over HTTP', () => {
  const options = { url: 'https://mail.example/emails', token: 'secret', timeout: 1000 };
  const told = async (answer: () => Promise<Response>) => {
    const asked: Request[] = [];
    const mailer = httpMailer(options, async (input, init) => {
      asked.push(new Request(input as string, init as RequestInit));
      return answer();
    });
    return { sending: await mailer.send(LETTER), request: asked[0]!, mailer };
  };
  const json =
    (status: number, body: unknown, headers = {}) =>
    () =>
      Promise.resolve(Response.json(body, { status, headers }));

  it('is sent one recipient, both parts, the headers and a key that says which letter it is', async () => {
    const { request, sending, mailer } = await told(json(200, { id: 'p1' }));
    expect(mailer.idempotent).toBe(true);
    expect(sending).toEqual({ result: 'sent', id: 'p1' });
    expect(request.headers.get('Idempotency-Key')).toBe(LETTER.key);
    expect(request.headers.get('Authorization')).toBe('Bearer secret');
    expect(await request.json()).toEqual({
      from: 'Readout <digest@readout.example>',
      to: ['ann@readers.example'],
      subject: 'A subject',
      text: 'Text',
      html: '<p>Text</p>',
      headers: LETTER.headers,
    });
  });

  it.each([
    [json(429, { name: 'rate_limit_exceeded' }, { 'Retry-After': '7' }), { result: 'temporary', after: 7 }],
    [json(429, { name: 'daily_quota_exceeded' }), { result: 'limit' }],
    [json(401, { name: 'missing_api_key' }), { result: 'limit', after: 3600 }],
    [json(500, {}), { result: 'temporary' }],
    [json(503, { name: null }), { result: 'temporary' }],
    [json(409, { name: 'concurrent_idempotent_requests' }), { result: 'temporary' }],
    [json(422, { name: 'validation_error' }), { result: 'permanent', suppress: false }],
    [json(422, { name: 'recipient_suppressed' }), { result: 'permanent', suppress: true }],
    [() => Promise.resolve(new Response('no JSON', { status: 502 })), { result: 'temporary' }],
    [() => Promise.resolve(new Response('no JSON', { status: 200 })), { result: 'sent', id: null }],
    [() => Promise.reject(new Error('timeout')), { result: 'temporary', code: 'no-answer' }],
    [() => Promise.resolve(new Response(null, { status: 302 })), { result: 'permanent', suppress: false }],
  ])('that answers so is understood (%#)', async (answer, expected) => {
    expect((await told(answer)).sending).toMatchObject(expected);
  });
});

describe('the submission Worker', () => {
  const told = async (answer: () => Promise<Response>) => {
    const asked: Parameters<Submission['fetch']>[] = [];
    const mailer = submissionMailer({
      fetch: (...request) => {
        asked.push(request);
        return answer();
      },
    });
    return { sending: await mailer.send(LETTER), asked, mailer };
  };

  it('is posted the letter as it is, once', async () => {
    const { asked, sending, mailer } = await told(async () => Response.json({ result: 'sent', id: null }));
    expect(mailer.idempotent).toBe(false);
    expect(sending).toEqual({ result: 'sent', id: null });
    expect(asked).toHaveLength(1);
    expect(asked[0]![1].method).toBe('POST');
    expect(JSON.parse(asked[0]![1].body)).toEqual(LETTER);
  });

  it.each<Sending>([
    { result: 'sent', id: 'x' },
    { result: 'temporary', code: '450 4.2.0', after: 7 },
    { result: 'limit', code: 'EAUTH 535', after: 3600 },
    { result: 'permanent', code: '550 5.1.1', suppress: true },
    { result: 'unknown', code: 'ETIMEDOUT' },
  ])('is taken at its word ($result)', async (sending) => {
    expect((await told(async () => Response.json(sending))).sending).toEqual(sending);
  });

  it.each([
    ['breaks off', () => Promise.reject(new Error('Network connection lost'))],
    ['answers 500', async () => new Response('Worker threw exception', { status: 500 })],
    ['answers 503 with a sending', async () => Response.json({ result: 'sent', id: null }, { status: 503 })],
    ['answers no JSON', async () => new Response('<p>hello</p>')],
    ['answers nothing', async () => new Response(null, { status: 204 })],
    ['answers something else', async () => Response.json({ result: 'delivered' })],
    ['leaves out what belongs to it', async () => Response.json({ result: 'permanent', code: 'x' })],
  ])('that %s leaves it unknown', async (_, answer) => {
    expect((await told(answer)).sending).toMatchObject({ result: 'unknown' });
  });

  it('that takes the letter for none has sent nothing', async () => {
    const { sending } = await told(async () => new Response('That is no letter', { status: 400 }));
    expect(sending).toEqual({ result: 'temporary', code: 'submission: 400', after: null });
  });
});

describe('the settings', () => {
  const provider = new StrictBinding() as SendEmail;
  const submission = { fetch: async () => Response.json({ result: 'limit', code: 'x', after: 1 }) };
  const given = (env: Partial<Env>) => chosenMailer(env as Env, () => Promise.reject(new Error('no answer')));

  it('choose the submission Worker, else HTTP, else the binding', async () => {
    const all = { SUBMISSION: submission as unknown as Fetcher, MAIL_HTTP_TOKEN: 'secret', EMAIL: provider };
    const { SUBMISSION: _, ...without } = all;
    expect(await given(all)?.send(LETTER)).toEqual({ result: 'limit', code: 'x', after: 1 });
    expect(await given(without)?.send(LETTER)).toMatchObject({ result: 'temporary', code: 'no-answer' });
    expect(await given({ EMAIL: provider })?.send(LETTER)).toMatchObject({ result: 'sent' });
    expect(given({})).toBeNull();
  });
});

describe('a code that is kept', () => {
  it('holds no address and no second line', () => {
    expect(safeCode('550 <ann@readers.example>: no such user\r\nx')).toBe('550 <address> no such user x');
  });
});

describe('SMTP_URL', () => {
  it('says how a server is reached', () => {
    expect(readSmtpUrl('smtps://me%40x:p%3Aw@mail.example')).toMatchObject({
      host: 'mail.example',
      port: 465,
      secure: true,
      plain: false,
      user: 'me@x',
      password: 'p:w',
    });
    expect(readSmtpUrl('smtp://mail.example')).toMatchObject({ port: 587, secure: false, plain: false });
    expect(readSmtpUrl('smtp+plain://127.0.0.1:2525')).toMatchObject({ port: 2525, plain: true });
  });

  it.each(['mail.example', 'http://mail.example', 'smtp:'])(
    'that cannot be read (%s) is refused',
    (setting) => {
      expect(() => readSmtpUrl(setting)).toThrow('SMTP_URL is not');
    },
  );
});
