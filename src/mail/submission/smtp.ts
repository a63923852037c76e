import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { type Letter, type Mailer, type Sending, safeCode } from '../mailer.ts';

export interface SmtpServer {
  host: string;
  port: number;
  /** TLS from the first byte (465); otherwise STARTTLS is required unless `plain`. */
  secure: boolean;
  /** No TLS at all: for a server on this machine. */
  plain: boolean;
  user?: string;
  password?: string;
  /** Milliseconds without a word from the server. */
  timeout: number;
  /** PEM of a certificate authority of one's own. */
  ca?: string;
}

/** Reads SMTP_URL: `smtps://user:password@host:465`, `smtp://…:587` (STARTTLS), `smtp+plain://127.0.0.1:2525`. */
export function readSmtpUrl(setting: string): SmtpServer {
  const wrong = () => new Error('SMTP_URL is not smtps://, smtp:// or smtp+plain:// with a host');
  // Schemes that URL does not know keep a host's case and brackets, so it is read as https.
  const scheme = setting.slice(0, setting.indexOf(':')).toLowerCase();
  if (!['smtp', 'smtps', 'smtp+plain'].includes(scheme)) throw wrong();
  const asHttps = setting.replace(/^[^:]+:/, 'https:');
  if (!URL.canParse(asHttps)) throw wrong();
  const { hostname, port, username, password } = new URL(asHttps);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (scheme === 'smtps' ? 465 : 587),
    secure: scheme === 'smtps',
    plain: scheme === 'smtp+plain',
    ...(username !== '' && {
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
    }),
    timeout: 30_000,
  };
}

/** Submission to a mail server. A letter is ambiguous from when its first line goes out until the server answers. */
export function smtpMailer(server: SmtpServer): Mailer {
  return {
    idempotent: false,
    async send(letter): Promise<Sending> {
      const progress = { bodyBegun: false };
      try {
        await submit(server, letter, progress);
        return { result: 'sent', id: null };
      } catch (error) {
        return sortOut(error as SmtpError, progress.bodyBegun);
      }
    },
  };
}

/** The whole message as it goes over the wire. */
export async function mimeOf({ from, to, subject, text, html, headers, key }: Letter): Promise<Uint8Array> {
  const composer = new MailComposer({
    from,
    to,
    subject,
    text,
    html,
    headers: { ...headers },
    messageId: `<${key}@${from.address.split('@')[1]}>`,
    textEncoding: 'quoted-printable',
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** What we use of nodemailer's connection; its own types lean on Node's. */
interface Connection {
  on(event: 'error', listener: (error: Error) => void): void;
  once(event: 'error', listener: (error: Error) => void): void;
  connect(done: (error?: Error | null) => void): void;
  login(auth: { user: string; pass: string }, done: (error?: Error | null) => void): void;
  send(
    envelope: { from: string; to: string[] },
    message: { pipe(into: { end(bytes: Uint8Array): void }): void },
    done: (error?: Error | null) => void,
  ): void;
  quit(): void;
  close(): void;
}

async function submit(server: SmtpServer, letter: Letter, progress: { bodyBegun: boolean }): Promise<void> {
  const message = await mimeOf(letter);
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.secure,
    ignoreTLS: server.plain,
    requireTLS: !server.plain && !server.secure,
    connectionTimeout: server.timeout,
    greetingTimeout: server.timeout,
    socketTimeout: server.timeout,
    ...(server.ca !== undefined && { tls: { ca: server.ca } }),
  }) as unknown as Connection;
  /** Settles with whatever comes first: the step's own end, or an error of the connection. */
  const step = (begin: (done: (error?: Error | null) => void) => void) =>
    new Promise<void>((resolve, reject) => {
      connection.once('error', reject);
      begin((error) => (error ? reject(error) : resolve()));
    });
  try {
    await step((done) => connection.connect(done));
    const { user, password: pass = '' } = server;
    if (user !== undefined) await step((done) => connection.login({ user, pass }, done));
    // The connection asks for the body only when the server has agreed to take it.
    const body = {
      pipe(into: { end(bytes: Uint8Array): void }) {
        progress.bodyBegun = true;
        into.end(message);
      },
    };
    await step((done) => connection.send({ from: letter.from.address, to: [letter.to] }, body, done));
  } finally {
    connection.on('error', () => connection.close());
    connection.quit();
  }
}

interface SmtpError {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
}

function sortOut({ code, command, responseCode, response = '' }: SmtpError, bodyBegun: boolean): Sending {
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})/.exec(response)?.[1];
  const word = safeCode([code ?? 'unnamed', responseCode, enhanced].filter(Boolean).join(' '));
  if (bodyBegun && (responseCode === undefined || command === 'CONN')) {
    return { result: 'unknown', code: word };
  }
  if (responseCode === undefined || responseCode < 500) {
    return /daily|quota|limit exceeded/i.test(response)
      ? { result: 'limit', code: word, after: null }
      : { result: 'temporary', code: word, after: null };
  }
  // Refused before it came to the letter: the server, our name there or our sender is wrong, so nobody's letter goes.
  if (command !== 'RCPT TO' && command !== 'DATA') return { result: 'limit', code: word, after: 3600 };
  const noSuchAddress = command === 'RCPT TO' && (enhanced === undefined || /^5\.1\.\d$/.test(enhanced));
  return { result: 'permanent', code: word, suppress: noSuchAddress };
}
