import { type AddressInfo, createServer } from 'node:net';
import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import { mimeOf, smtpMailer } from '../../src/mail/submission/smtp.ts';
import { certificate } from './certificate.ts';
import { aLetter, ORIGIN, TOKENS } from './letter.ts';
import { serve, stopServers } from './server.ts';

afterEach(stopServers);

const refusal = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });

describe('submission by SMTP', () => {
  it('brings the letter to a server, with everything in it and no defect', async () => {
    const { server, received } = await serve({ disabledCommands: ['STARTTLS'] });
    const letter = aLetter();
    expect(await smtpMailer(server).send(letter)).toEqual({ result: 'sent', id: null });
    expect(received).toHaveLength(1);
    const mail = await simpleParser(received[0]!);
    expect(mail.from?.text).toBe('"Readout" <digest@readout.example>');
    expect([mail.to].flat()[0]?.text).toBe('ann@readers.example');
    expect(mail.subject).toBe(letter.subject);
    expect(mail.text?.trimEnd()).toBe(letter.text.trimEnd());
    expect((mail.html || '').trimEnd()).toBe(letter.html.trimEnd());
    expect(mail.attachments).toEqual([]);
    expect(mail.messageId).toBe('<readout-2026-03-03-1@readout.example>');
    expect(mail.date).toBeInstanceOf(Date);
    expect(mail.headerLines.filter(({ key }) => key === 'bcc')).toEqual([]);
  });

  it('by STARTTLS and by TLS from the first byte, with a name and a password', async () => {
    const { key, cert } = certificate();
    for (const secure of [false, true]) {
      const { server, received } = await serve(
        {
          secure,
          key,
          cert,
          authOptional: false,
          onAuth({ username, password }, _session, done) {
            if (username === 'me' && password === 'right') done(null, { user: 'me' });
            else done(new Error('Wrong name or password'));
          },
        },
        { host: 'localhost', secure, plain: false, user: 'me', password: 'right', ca: cert },
      );
      expect(await smtpMailer(server).send(aLetter())).toMatchObject({ result: 'sent' });
      expect(received).toHaveLength(1);
      const wrong = await smtpMailer({ ...server, password: 'wrong' }).send(aLetter());
      expect(wrong).toMatchObject({ result: 'limit', code: expect.stringContaining('EAUTH') });
    }
  });

  it('sends nothing in the clear to a server that offers no TLS', async () => {
    const { server, received } = await serve({ disabledCommands: ['STARTTLS'] }, { plain: false });
    expect(await smtpMailer(server).send(aLetter())).toMatchObject({ result: 'limit', after: 3600 });
    expect(received).toEqual([]);
  });

  it.each([
    ['a full mailbox', refusal(452, '4.2.2 mailbox full'), { result: 'temporary' }],
    ['a daily limit', refusal(452, '4.5.3 daily message limit exceeded'), { result: 'limit' }],
    ['no such address', refusal(550, '5.1.1 no such user'), { result: 'permanent', suppress: true }],
    ['a refusal of ours', refusal(550, '5.7.1 not from you'), { result: 'permanent', suppress: false }],
  ])('understands %s', async (_, error, expected) => {
    const { server, received } = await serve({
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, done) => done(error),
    });
    const sending = await smtpMailer(server).send(aLetter());
    expect(sending).toMatchObject(expected);
    expect(JSON.stringify(sending)).not.toContain('@');
    expect(received).toEqual([]);
  });

  it('knows a refusal of the whole letter from an answer that never came', async () => {
    const refused = await serve({
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, done) {
        stream.resume();
        stream.on('end', () => done(refusal(554, '5.6.0 not so')));
      },
    });
    expect(await smtpMailer(refused.server).send(aLetter())).toMatchObject({
      result: 'permanent',
      suppress: false,
    });
    const silent = await serve(
      {
        disabledCommands: ['STARTTLS'],
        onData(stream) {
          stream.resume();
        },
      },
      { timeout: 300 },
    );
    expect(await smtpMailer(silent.server).send(aLetter())).toMatchObject({ result: 'unknown' });
    // A server that hangs up when the last line of the letter has come.
    const cutting = createServer((socket) => {
      socket.on('error', () => {});
      socket.write('220 mail.example\r\n');
      socket.on('data', (bytes) => {
        const said = String(bytes);
        if (/(^|\r\n)\.\r\n$/.test(said)) socket.destroy();
        else if (/^DATA/.test(said)) socket.write('354 go on\r\n');
        else if (/^(EHLO|MAIL|RCPT)/.test(said)) socket.write('250 yes\r\n');
      });
    });
    await new Promise<void>((listening) => cutting.listen(0, '127.0.0.1', () => listening()));
    const { port } = cutting.address() as AddressInfo;
    expect(await smtpMailer({ ...silent.server, port }).send(aLetter())).toMatchObject({ result: 'unknown' });
    cutting.close();
  });

  it('takes a server that is not there for one that may come back', async () => {
    const { server } = await serve({});
    await stopServers();
    expect(await smtpMailer(server).send(aLetter())).toMatchObject({ result: 'temporary' });
  });
});

describe('the message', () => {
  it('has the headers that RFC 2369, 2919, 3834 and 8058 ask for', async () => {
    const mail = await simpleParser(Buffer.from(await mimeOf(aLetter())));
    const lines = (name: string) =>
      mail.headerLines.filter(({ key }) => key === name).map(({ line }) => line);
    const one = (name: string) => {
      const [line, ...others] = lines(name);
      expect(others).toEqual([]);
      return line?.replace(/\r\n\s+/g, ' ').replace(/^[^:]+:\s*/, '');
    };
    expect(one('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    // RFC 8058: an https address, whose post says it all. RFC 2369: addresses in angle brackets, in order of preference.
    expect(one('list-unsubscribe')).toBe(
      `<${ORIGIN}/subscriptions/${TOKENS.unsubscribe}>, <mailto:leave+${TOKENS.unsubscribe}@readout.example>`,
    );
    expect(one('list-archive')).toBe(`<${ORIGIN}/digests>`);
    expect(one('list-help')).toMatch(/^<https:[^>]+>$/);
    // RFC 2919: a phrase, and a name in angle brackets under a domain of ours, 255 characters at most.
    const listId = one('list-id') ?? '';
    expect(listId).toMatch(/^[\w ]+ <[a-z0-9]+(\.[a-z0-9-]+)+>$/);
    expect(listId.length).toBeLessThan(255);
    // RFC 3834
    expect(one('auto-submitted')).toBe('auto-generated');
    expect(one('precedence')).toBe('bulk');
    for (const name of ['from', 'to', 'subject', 'date', 'message-id', 'mime-version', 'content-type']) {
      expect([name, lines(name).length]).toEqual([name, 1]);
    }
  });

  it('is well-formed on the wire: ASCII, short lines, two parts, the plainer first', async () => {
    const raw = Buffer.from(await mimeOf(aLetter())).toString('latin1');
    expect(raw).toMatch(/^[\x09\x0a\x0d\x20-\x7e]*$/);
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...raw.split('\r\n').map((line: string) => line.length))).toBeLessThanOrEqual(78);
    expect(raw.indexOf('Content-Type: text/plain')).toBeLessThan(raw.indexOf('Content-Type: text/html'));
    expect(raw).toContain('multipart/alternative');
  });
});
