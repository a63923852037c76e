/** How a source is listened to: its list is polled, or it posts by itself. */
export const SOURCE_KINDS = ['feed', 'sitemap', 'page', 'post'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What may be done with a source's texts: given out whole, or only quoted from. */
export const RIGHTS = ['open', 'quote_only'] as const;
export type Rights = (typeof RIGHTS)[number];

export const SOURCE_STATES = ['ok', 'late', 'failing', 'held', 'paused'] as const;
export type SourceState = (typeof SOURCE_STATES)[number];
