/**
 * What a token is for: `ingest` posts and withdraws documents, `edit` puts the record right, `operate` runs the site
 * (sources, webhooks, rebuilding, status, tokens).
 */
export const SCOPES = ['ingest', 'edit', 'operate'] as const;
export type Scope = (typeof SCOPES)[number];

export const isScope = (text: string): text is Scope => (SCOPES as readonly string[]).includes(text);
