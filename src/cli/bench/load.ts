import { connect, type Socket } from 'node:net';

/** What one round of requests came to. */
export interface Round {
  requests: number;
  seconds: number;
  /** Milliseconds of every request, in order of size. */
  times: Float64Array;
}

/**
 * Asks the same path over and over on a few kept-alive connections, each waiting for its answer, for so many
 * milliseconds. Written on bare sockets, since a client that parses as it should is slower than the server.
 */
export async function load(
  origin: string,
  path: string,
  options: { connections: number; ms: number; headers?: Record<string, string>; status: number },
): Promise<Round> {
  const { hostname, port, host } = new URL(origin);
  const lines = [`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: keep-alive'];
  for (const [name, value] of Object.entries(options.headers ?? {})) lines.push(`${name}: ${value}`);
  const request = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`);
  const times: number[] = [];
  const begun = performance.now();
  const until = begun + options.ms;
  await Promise.all(
    Array.from({ length: options.connections }, async () => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
      const next = answers(socket, options.status);
      for (let at = performance.now(); at < until; ) {
        socket.write(request);
        await next();
        const now = performance.now();
        times.push(now - at);
        at = now;
      }
      socket.destroy();
    }),
  );
  return {
    requests: times.length,
    seconds: (performance.now() - begun) / 1000,
    times: Float64Array.from(times).sort(),
  };
}

/** Waits for whole answers on a socket, one after the other; fails on a status that was not expected. */
function answers(socket: Socket, status: number): () => Promise<void> {
  // Of an answer with a length only the bytes are counted: to hold on to them would take longer than to serve them.
  let missing = 0;
  let held: Buffer = Buffer.alloc(0);
  let settle: { resolve: () => void; reject: (error: Error) => void } | null = null;
  const fail = (error: Error) => settle?.reject(error);
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the server hung up')));
  socket.on('data', (part: Buffer) => {
    if (missing > 0) missing -= part.length;
    else {
      held = held.length === 0 ? part : Buffer.concat([held, part]);
      const length = wholeLength(held);
      if (length === null) return;
      const given = Number(held.toString('latin1', 9, 12));
      missing = length - held.length;
      held = held.subarray(length);
      if (given !== status) fail(new Error(`answered ${given} instead of ${status}`));
    }
    if (missing > 0) return;
    settle?.resolve();
    settle = null;
  });
  return () =>
    new Promise((resolve, reject) => {
      settle = { resolve, reject };
    });
}

/** Bytes of the answer at the beginning of the buffer, which may go beyond it; null while that cannot be told. */
function wholeLength(buffer: Buffer): number | null {
  const headEnd = buffer.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const head = buffer.toString('latin1', 0, headEnd);
  const body = headEnd + 4;
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length !== undefined) return body + Number(length);
  if (!/transfer-encoding: chunked/i.test(head)) return body;
  const end = buffer.indexOf('\r\n0\r\n\r\n', body - 2);
  return end < 0 ? null : end + 7;
}
