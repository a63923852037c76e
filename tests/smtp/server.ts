import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { SmtpServer } from '../../src/mail/submission/smtp.ts';

const servers: SMTPServer[] = [];

/** Ends every server that was started. */
export async function stopServers(): Promise<void> {
  await Promise.all(
    servers.splice(0).map((server) => new Promise<void>((done) => server.close(() => done()))),
  );
}

/** Starts a server that keeps what it is sent, and says how to reach it. */
export async function serve(
  options: SMTPServerOptions,
  how: Partial<SmtpServer> = {},
): Promise<{ server: SmtpServer; received: Buffer[] }> {
  const received: Buffer[] = [];
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push(Buffer.concat(chunks));
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  const { port } = server.server.address() as AddressInfo;
  return {
    received,
    server: { host: '127.0.0.1', port, secure: false, plain: true, timeout: 5000, ...how },
  };
}
