/** Lines that belong to the page around a text: forms, teasers, sharing. Each matches a whole trimmed line. */
export const BOILERPLATE_LINES: readonly RegExp[] = [
  /^(must read|more articles|latest articles?|related (content|articles?|stories|news)|read (more|next|also)|see also)\b.{0,40}$/i,
  /^(share|share this|share on|tweet|print|email|e-mail|follow us|back to top|advertisement|comments?|tags?|topics?|menu|search)\b.{0,30}$/i,
  /^(register|log ?in|sign ?(in|up)|subscribe|create an account|reset password|create a new password|verification code)\b.{0,40}$/i,
  /\b(verification code|your (e-?mail address|inbox|password|account)|subscribe to (our|the)|our newsletter|new password)\b/i,
  /\b(all rights reserved|terms of (use|service)|privacy policy|cookies? (policy|settings))\b/i,
  // Behind a sentence of the text, "Please click here for more information." does not take it away.
  /^.{0,60}\bclick (here|the button|on the button)\b.{0,60}$/i,
  /^(you have successfully|from now on you can download|didn['’]t receive|access .{0,60}free of charge)\b/i,
  /^[\w ]{0,40}multimedia account$/i,
  /^[#*\s\-–—_=~.•|]+$/,
];

/** Lines that lead to other texts or sell something, whatever they quote. */
export const TEASERS =
  /^(?:(?:read (?:more|also|next|on|this)|also read|see also|related(?: (?:stor(?:y|ies)|articles?|coverage|news|content))?|watch(?: (?:now|live|more|video))?|listen(?: now)?|video|gallery|in pictures|advertisement|advertorial|sponsored(?: content)?|promoted|paid content|recommended(?: for you)?|must[- ]read|more (?:on|from) .{2,40}|don['’]t miss|editor['’]?s['’]? (?:pick|choice)s?|most (?:read|popular)|trending(?: now)?|newsletters?|opinion|quiz|live|subscribe(?: (?:now|here|to .{2,40}))?)\s?[:|»›>–—]|(?:sign up|subscribe|register|join us)\b.{0,20}\b(?:for|to|on|with|here|now)\b)/iu;

/** A line that only heads such lines. */
export const TEASER_HEADING =
  /^(?:more (?:on|about|from) (?:this|the) .{2,30}|related (?:stories|articles?|news|coverage|content|links)|read (?:more|next|also)|you (?:may|might) also like|recommended(?: (?:for you|stories))?|most (?:read|popular)|editor['’]?s['’]? (?:picks?|choice)|trending(?: now)?|latest (?:news|stories|headlines)|top stories|also in the news)\s*:?$/iu;

/** A line that cites another text: its title in marks, a dash, where and when it appeared. */
export const CITATION =
  /^(?:[\p{L}.,' -]{0,60}\.\s{0,3})?["“][^"”]{5,200}["”]\s{0,3}[—–-]{1,2}\s{0,3}.{2,80}\b(?:19|20)\d{2}\.?$/u;

/** Headings after which nothing of the text itself comes any more. */
export const CLOSING_HEADINGS =
  /^(sources?|references|external links|related (news|links|articles?)|notes to editors?|footnotes|bibliography)\s*:?$/i;

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAY = '(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?';

/** Lines that tell of the text: its date, its authors, where it came from. */
export const METADATA_LINES: readonly RegExp[] = [
  /^\d{4}-\d{2}-\d{2}\b.{0,20}$/,
  /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b.{0,20}$/,
  new RegExp(
    `^[•\\s-]*(?:${WEEKDAY}[.,]?\\s+)?\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH}[.,]?\\s+\\d{4}.{0,30}$`,
    'i',
  ),
  new RegExp(
    `^[•\\s-]*(?:${WEEKDAY}[.,]?\\s+)?${MONTH}[.]?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}.{0,30}$`,
    'i',
  ),
  /^[•\s-]*(?:(?:last )?updated|published|posted|released?|issued|date|created)\s*(?:on|at)?\s*:?.{0,60}\d{4}.{0,20}$/i,
  /^\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?|[A-Z]{2,4})?.{0,60}\d{4}$/i,
  /^(by|from|written by|reporting by|editing by)\s+[\p{Lu}].{0,60}$/u,
  /^(office of|department of|press office|media contact|contact|for immediate release|press release|news release|media release|media statement|media advisory|joint media release|statement by)\b.{0,70}$/i,
  /^(the (below|following) is attributable to)\b/i,
  /^.{2,60},\s+(department |deputy |acting )*spokes(person|man|woman)$/i,
  /^(images?|photos?|pictures?) (source|credit|by|courtesy).{0,100}$/i,
  /^(credit|photo|image|source|location|categor(?:y|ies))s?\s*:.{0,120}$/i,
];

/** What a picture's line carries. */
export const CAPTION_MARKS =
  /(\b(Credit|Image|Photo|Video|Audio|Picture|File photo)s?(:| by | courtesy )|\(Photo\b|Getty Images|©)/;
