import { AppError } from '../errors.ts';
import { SCOPES, type Scope } from '../model/scope.ts';
import { tokenByHash } from '../store/tokens.ts';
import type { Context } from './context.ts';

const CHALLENGE = { 'WWW-Authenticate': 'Bearer realm="readout"' };

/** Names of the tokens that the settings give, as logs and corrections tell them. */
const FROM_SETTINGS = [
  // `npm start` sets it, nothing that is deployed does.
  { setting: 'LOCAL_TOKEN', name: 'local', scopes: SCOPES },
  { setting: 'INGEST_TOKEN', name: 'ingest', scopes: ['ingest'] },
  { setting: 'OPERATE_TOKEN', name: 'operate', scopes: SCOPES },
] as const satisfies readonly { setting: string; name: string; scopes: readonly Scope[] }[];

/**
 * Lets a request pass that carries a token for this, and answers with the token's name. 401 without a token or with one
 * nobody knows, also where none is configured; 403 with one that is for something else.
 *
 * Tokens of the settings are compared by digest in constant time, the others found by digest: an answer's delay says
 * nothing of either.
 */
export async function requireBearer(c: Context, scope: Scope): Promise<string> {
  const given = /^Bearer +([\x21-\x7e]+) *$/i.exec(c.req.header('Authorization') ?? '')?.[1];
  const holder = given === undefined ? null : await holderOf(c, given);
  if (holder === null) {
    throw new AppError('unauthorized', 'This needs `Authorization: Bearer` with the right token.', {
      headers: CHALLENGE,
    });
  }
  if (!holder.scopes.includes(scope)) {
    throw new AppError(
      'forbidden',
      `This needs a token for \`${scope}\`; the one given is for ${holder.scopes.map((it) => `\`${it}\``).join(' and ') || 'nothing'}.`,
    );
  }
  return holder.name;
}

interface Holder {
  name: string;
  scopes: readonly Scope[];
}

async function holderOf(c: Context, given: string): Promise<Holder | null> {
  const hash = await digest(given);
  let found: Holder | null = null;
  for (const { setting, name, scopes } of FROM_SETTINGS) {
    const token = c.env[setting];
    const same = crypto.subtle.timingSafeEqual(hash, await digest(token ?? ''));
    if (token && same && found === null) found = { name, scopes };
  }
  return found ?? (await tokenByHash(c.env.DB, hex(hash)));
}

const digest = async (text: string) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
