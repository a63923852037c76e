/**
 * A letter that many get, and where in it each reader's own links go. The places are parts of their own, between strings,
 * so nothing that a text holds can be one.
 */
export type Sheet = readonly (string | Hole)[];

/** The place of one of a reader's tokens. */
export interface Hole {
  token: keyof Tokens;
}

/** What lets one reader change or end the subscription without signing in. */
export interface Tokens {
  manage: string;
  unsubscribe: string;
}

export const MANAGE: Hole = { token: 'manage' };
export const UNSUBSCRIBE: Hole = { token: 'unsubscribe' };

/** The sheet as one reader gets it. */
export const fill = (sheet: Sheet, tokens: Tokens): string =>
  sheet.map((part) => (typeof part === 'string' ? part : tokens[part.token])).join('');

/** As it is kept in a column of text; `readSheet` is the inverse. */
export const keepSheet = (sheet: Sheet): string => JSON.stringify(sheet);
export const readSheet = (kept: string): Sheet => JSON.parse(kept) as Sheet;
