import { createHash, randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { isScope, SCOPES, type Scope } from '../model/scope.ts';
import { addToken, listTokens, revokeToken } from '../store/tokens.ts';
import { migrateLocal, openLocal } from './local.ts';
import { openRemote } from './remote.ts';

/** `npm run token`: makes, lists and revokes the tokens of whoever may write. */
const USAGE = `npm run token -- add NAME --for ingest,edit,operate    makes a token and shows it, once
npm run token -- list                                  every token, without itself
npm run token -- revoke NAME                           ends one at once
                    --remote                           of the deployed site instead of the local database`;

function refuse(problem: string): never {
  console.error(`${problem}\n\n${USAGE}`);
  process.exit(2);
}

const { values, positionals } = (() => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { for: { type: 'string' }, remote: { type: 'boolean', default: false } },
    });
  } catch (error) {
    return refuse((error as Error).message);
  }
})();
const [what, name, ...rest] = positionals;
if (rest.length > 0) refuse(`"${rest[0]}" is one word too many.`);

if (what === 'list' && name === undefined) await withDatabase(list);
else if (what === 'add' && name !== undefined) {
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(name))
    refuse('A name is small letters, digits and hyphens, 40 at most.');
  if (['local', 'ingest', 'operate'].includes(name))
    refuse(`"${name}" is the name of a token of the settings.`);
  const scopes = scopesOf(values.for);
  await withDatabase((db) => add(db, name, scopes));
} else if (what === 'revoke' && name !== undefined) await withDatabase((db) => revoke(db, name));
else refuse('Say what to do.');

function scopesOf(given: string | undefined): Scope[] {
  const scopes = (given ?? '').split(',').filter((it) => it !== '');
  const wrong = scopes.find((it) => !isScope(it));
  if (wrong !== undefined) refuse(`"${wrong}" is nothing a token can be for: ${SCOPES.join(', ')}.`);
  if (scopes.length === 0) refuse('Say what the token is --for.');
  return SCOPES.filter((scope) => scopes.includes(scope));
}

async function withDatabase(act: (db: D1Database) => Promise<void>): Promise<void> {
  if (values.remote) return act(openRemote() as D1Database);
  migrateLocal();
  const local = await openLocal();
  try {
    await act(local.db);
  } finally {
    await local.dispose();
  }
}

async function add(db: D1Database, named: string, scopes: Scope[]): Promise<void> {
  const token = `rdo_${randomBytes(32).toString('base64url')}`;
  const sha256 = createHash('sha256').update(token).digest('hex');
  const kept = await addToken(db, { name: named, sha256, scopes, made_at: new Date().toISOString() });
  if (!kept) {
    console.error(`There is a token "${named}" already, or was: a name is given once.`);
    process.exitCode = 1;
    return;
  }
  console.log(token);
  console.error(
    `The token "${named}" for ${scopes.join(', ')}. It is shown this once; only its hash is kept.`,
  );
}

async function list(db: D1Database): Promise<void> {
  for (const { name: named, scopes, made_at, revoked_at } of await listTokens(db))
    console.log(
      `${named}\t${scopes.join(',')}\tmade ${made_at}${revoked_at === null ? '' : `\trevoked ${revoked_at}`}`,
    );
}

async function revoke(db: D1Database, named: string): Promise<void> {
  if (await revokeToken(db, named, new Date().toISOString())) console.log(`"${named}" is revoked.`);
  else {
    console.error(`There is no token "${named}" that is still good.`);
    process.exitCode = 1;
  }
}
