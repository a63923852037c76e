import { AppError } from '../errors.ts';

const CHALLENGE = { 'WWW-Authenticate': 'Bearer realm="readout"' };

/**
 * Lets a request pass that carries the configured token; 401 without one, with another, or where none is configured.
 * Compares digests in constant time, so that an answer's delay says nothing of the token.
 */
export async function requireBearer(
  authorization: string | undefined,
  token: string | undefined,
): Promise<void> {
  const given = /^Bearer +([\x21-\x7e]+) *$/i.exec(authorization ?? '')?.[1];
  const [a, b] = await Promise.all([digest(given ?? ''), digest(token ?? '')]);
  const same = crypto.subtle.timingSafeEqual(a, b);
  if (!token || given === undefined || !same) {
    throw new AppError('unauthorized', 'This needs `Authorization: Bearer` with the right token.', {
      headers: CHALLENGE,
    });
  }
}

const digest = (text: string) => crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
