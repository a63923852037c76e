/** How words stand to what is on record; docs/verify.md says what each means. */
export const VERDICTS = ['verbatim', 'spliced', 'altered', 'misattributed', 'not_found'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The longest text that is judged, in characters. */
export const LONGEST_TEXT = 10_000;
/** The longest that an address may carry. */
export const LONGEST_ASKED = 2_000;

/** Whether there is a word in it to judge; quick for any length. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
