const HEAD = 2_500;
const TAIL = 1_500;
/** "From: Foreign Office", "Issued by:" with the name on the same line or on the next. */
const LABELLED =
  /^[ \t]*(?:From|Issued by|Published by|Publisher|Released by):[ \t]*(?:\r?\n[ \t]*)?(\S[^\n]{2,90})$/imu;
/** "Source: Government of Alpha" below a text. */
const SOURCE = /^[ \t]*Source:[ \t]*(\S[^\n]{2,70})$/imu;
/** What a label may introduce that is no publisher. */
const NOT_A_NAME = /https?:|www\.|@|[.!?]["”]?$|^\d|\b(?:said|told|images?|photo|getty)\b/iu;

/** Who published a text, where the text itself says so in a line for it; null in most. */
export function publisherOf(text: string): string | null {
  const found = LABELLED.exec(text.slice(0, HEAD)) ?? SOURCE.exec(text.slice(-TAIL));
  const name = found?.[1]?.trim() ?? '';
  if (name === '' || NOT_A_NAME.test(name) || !/^\p{Lu}/u.test(name)) return null;
  // "Prime Minister's Office and The Rt Hon …": the office, not the office holder.
  return name
    .split(/,? and (?:The|His|Her) (?:Rt )?Hon\b/u)[0]!
    .replace(/\s+/g, ' ')
    .trim();
}
