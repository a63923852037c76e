import type { EngagementKind } from '../../model/extraction.ts';

/** What must stand near the words for them to tell of an event. */
export type Need =
  /** Somebody, or a body of people, with whom. */
  | 'partner'
  /** Somebody who does it. */
  | 'subject'
  /** A partner or a place. */
  | 'partner-or-place'
  /** Somebody who takes part in what was told before. */
  | 'joins'
  /** A house, works, camp … that is visited. */
  | 'site'
  | 'none';

export interface Trigger {
  kind: EngagementKind;
  pattern: RegExp;
  need: Need;
  /** The words themselves are past ("met"), future-neutral ("meeting") or unknown. */
  past: boolean;
  /** One of the words of the pattern, for asking whether to look for it at all. */
  cue: RegExp;
}

// Up to four words between a verb and its noun; each step begins at a letter and ends at a space.
const FEW = String.raw`(?:[\p{L}\p{N}’'-]{1,24}\s{1,4}){0,4}?`;
const MET =
  'targets?|goals?|needs?|requirements?|criteria|commitments?|guidelines?|obligations?|standards?|challenges?|deadlines?|demands?|conditions|expectations|pledges?|objectives?';

const WHOSE = String.raw`(?:(?:the|its|their|all|our|these|those|his|her|any|your|with|such|new|key|some|many|both|today['’]s|[\d.]{1,5}%?)\s{1,4}(?:[\p{L}\p{N}%’'-]{1,20}\s{1,4}){0,2}?)?`;

const make = (kind: EngagementKind, need: Need, past: boolean, cue: RegExp, source: string): Trigger => ({
  cue,
  kind,
  need,
  past,
  pattern: new RegExp(source, 'giu'),
});

/** The words that tell of an event, the more specific before the more general. */
export const TRIGGERS: readonly Trigger[] = [
  make(
    'press_conference',
    'none',
    false,
    /press|news|media/,
    String.raw`\b(?:press|news|media)\s{1,4}(?:conferences?|briefings?|availabilit(?:y|ies))\b`,
  ),
  make(
    'press_conference',
    'subject',
    false,
    /remarks/,
    String.raw`\bremarks\s{1,4}to\s{1,4}(?:the\s{1,4})?(?:press|media|reporters)\b`,
  ),
  make(
    'press_conference',
    'none',
    false,
    /briefing/,
    String.raw`\bthere\s{1,4}will\s{1,4}be\s{1,4}an?\s{1,4}${FEW}briefing\b`,
  ),
  make(
    'press_conference',
    'subject',
    true,
    /briefed|addressed|sp[eo]/,
    String.raw`\b(?:briefed|addressed|(?:spoke|speaking)\s{1,4}(?:to|with))\s{1,4}(?:the\s{1,4})?(?:reporters|journalists|press|media)\b`,
  ),
  make('interview', 'subject', false, /interview/, String.raw`\binterview\s{1,4}(?:with|to|on|for)\b`),
  make(
    'call',
    'partner',
    true,
    /sp[eo]|talk/,
    String.raw`\b(?:spoke|speaks?|spoken|talked)\s{1,4}(?:(?:by\s{1,4}(?:tele)?phone|by\s{1,4}video|today|yesterday|separately|again|earlier|this\s{1,4}(?:morning|afternoon|evening)|on\s{1,4}the\s{1,4}phone|on\s{1,4}\p{Lu}\p{L}{5,9}day|directly|briefly)\s{1,4}){0,3}(?:with|to)\b(?!\s{1,4}${FEW}(?:gathering|crowd|audience|rally|assembly|conference|reporters|journalists|press|media)\b)`,
  ),
  make(
    'call',
    'partner',
    false,
    /call|conversation|talks/,
    String.raw`\b(?:(?:tele)?phone|video|conference)\s{1,4}(?:calls?|conversations?|talks)\b|\bcalls?\s{1,4}with\b`,
  ),
  make(
    'meeting',
    'partner',
    false,
    /call/,
    String.raw`\b(?:paid|pays?|paying|made|makes?|making)\s{1,4}(?:an?|his|her|their)\s{1,4}(?:courtesy\s{1,4}|official\s{1,4}|farewell\s{1,4})?calls?\s{1,4}(?:up)?on\b|\bwill\s{1,4}call\s{1,4}on\b(?![^.;,]{1,80}\sto\s\p{Ll})`,
  ),
  make('call', 'partner', true, /phoned/, String.raw`\b(?:telephoned|phoned)\b`),
  make(
    'speech',
    'subject',
    false,
    /deliver|g[ai]v|ma[dk]/,
    String.raw`\b(?:deliver(?:s|ed|ing)?|g[ai]ves?|given|giving|ma[dk]es?|making)\s{1,4}${FEW}(?:speech|address|remarks|lecture|keynote|intervention)\b`,
  ),
  make(
    'speech',
    'subject',
    false,
    /address/,
    String.raw`\baddress(?:es|ed|ing)?\s{1,4}${FEW}(?:parliament|congress|assembly|troops|conference|forum|summit|council|audience|students|bundestag|house|senate|session|crowd|rally|gathering|delegates|soldiers|personnel|knesset|cadets)\b`,
  ),
  make(
    'speech',
    'subject',
    false,
    /speech|address|keynote|lecture/,
    String.raw`\bin\s{1,4}(?:an?|his|her|their|the)\s{1,4}${FEW}(?:speech|address|keynote|lecture)\b`,
  ),
  make(
    'speech',
    'subject',
    false,
    /sp[eo]/,
    String.raw`\b(?:speaking|spoke|speaks|speak)\s{1,4}(?:earlier\s{1,4}|today\s{1,4}|yesterday\s{1,4})?(?:at|before|to\s{1,4}the|to\s{1,4}an?)\s`,
  ),
  make('meeting', 'partner-or-place', true, /met/, String.raw`\bmet\b(?!\s{1,4}${WHOSE}(?:${MET})\b)`),
  make(
    'meeting',
    'partner',
    false,
    /meet/,
    String.raw`\b(?:meets?|meeting)\b(?!\s{1,4}${WHOSE}(?:${MET})\b)`,
  ),
  make(
    'meeting',
    'partner',
    false,
    /held|hold|had|hav|conduct|continu|began|led/,
    String.raw`\b(?:held|holds?|holding|had|have|having|conducted|continued|began|led)\s{1,4}${FEW}(?:talks|discussions|consultations|meetings?|conversations?|bilaterals?|trilaterals?)\b`,
  ),
  make(
    'meeting',
    'partner',
    false,
    /talks|discuss|consult|convers|bilat/,
    String.raw`\b(?:talks|discussions|consultations|conversations?|bilaterals?)\s{1,4}with\b`,
  ),
  make(
    'meeting',
    'partner',
    false,
    /sat|sit|lunch|dinner|breakfast|banquet|reception/,
    String.raw`\b(?:sat|sits?|sitting)\s{1,4}down\s{1,4}with\b|\b(?:lunch|dinner|breakfast|banquet|reception)\s{1,4}(?:with|for)\b`,
  ),
  make(
    'meeting',
    'partner',
    false,
    /receiv|welcom|host|greet/,
    String.raw`\b(?:was|were|be)\s{1,4}(?:\p{L}{2,12}ly\s{1,4})?(?:received|welcomed|hosted|greeted)\s{1,4}(?:(?:at|in|on)\s{1,4}(?:[\p{L}\p{N}’'-]{1,20}\s{1,4}){1,6}?)?by\b`,
  ),
  make(
    'meeting',
    'partner',
    false,
    /receiv|host|welcom|greet/,
    String.raw`\b(?:received|receives|hosted|hosts|welcomed|welcomes|greeted|(?<=\b(?:will|shall|would|(?:is|are|due|set|plans|expected|scheduled|how|not)\s{1,4}to)\s{1,4}(?:also\s{1,4})?)(?:welcome|host|receive))\b(?!\s{1,4}by\b)`,
  ),
  make(
    'meeting',
    'partner-or-place',
    false,
    /gather|conven|assembl|together/,
    String.raw`\b(?:gathered|gather|gathers|convened?|convenes|assembled?|came\s{1,4}together|come\s{1,4}together)\b(?!\s{1,4}(?:around|outside|information|evidence|data|support|signatures)\b)`,
  ),
  make(
    'meeting',
    'joins',
    true,
    /join/,
    String.raw`\bjoin(?:ed|s)?\s{1,4}(?:in\s{1,4})?(?:the|these|those)\s{1,4}(?:talks|meeting|discussions)\b`,
  ),
  make(
    'site_visit',
    'site',
    false,
    /visit|tour|inspect/,
    String.raw`\b(?:visit(?:ed|s|ing)?|tour(?:ed|s|ing)?|inspect(?:ed|s|ing)?)\b`,
  ),
  make(
    'ceremony',
    'none',
    false,
    /ceremon/,
    String.raw`\b(?:opening|signing|closing|inauguration|awards?|wreath-laying|commissioning|accession|handover|ground-?breaking|flag-raising|swearing-in|welcom(?:e|ing)|prize|commemoration|memorial|remembrance|graduation)\s{1,4}ceremon(?:y|ies)\b`,
  ),
  make(
    'ceremony',
    'subject',
    false,
    /sign/,
    String.raw`\bsign(?:ed|s|ing)?\s{1,4}(?:[\p{L}\p{N}()’'$€£.-]{1,24}\s{1,4}){0,9}?(?:agreements?|commitment|deals?|treaty|treaties|memorandum|memoranda|mou|declaration|accord|pact|convention|protocol|letter\s{1,4}of\s{1,4}intent|contract)\b`,
  ),
  make(
    'ceremony',
    'subject',
    true,
    /la[iy]|inaugurat|ribbon/,
    String.raw`\b(?:laid|lays?|laying)\s{1,4}(?:an?\s{1,4})?(?:wreaths?|flowers)\b|\binaugurat(?:ed|es|ing)\b|\bcut\s{1,4}the\s{1,4}ribbon\b`,
  ),
  make(
    'ceremony',
    'partner-or-place',
    false,
    /attend|ceremon/,
    String.raw`\battend(?:ed|s|ing)?\s{1,4}(?:the|an?)\s{1,4}(?:[\p{L}\p{N}’'-]{1,24}\s{1,4}){0,4}?(?:ceremony|funeral|inauguration|coronation|commemoration|wedding)\b|\b(?:at|during)\s{1,4}(?:an?|the)\s{1,4}(?:[\p{L}-]{1,20}\s{1,4}){0,2}ceremony\b`,
  ),
  make(
    'ceremony',
    'subject',
    false,
    /open/,
    String.raw`\b(?:(?:re)?open(?:ed|s|ing)?|unveil(?:ed|s|ing)?)\s{1,4}(?:the|an?|its|his|her|\p{Lu}[\p{L}-]{1,20}['’]s)\s{1,4}(?:[\p{L}\p{N}’'-]{1,24}\s{1,4}){0,6}?(?:embassy|consulate|high\s{1,4}commission|chancery|mission|school|hospital|clinic|museum|exhibition|memorial|monument|factory|plant|bridge|terminal|headquarters|cent(?:re|er)|laboratory|college|campus)\b`,
  ),
  make(
    'ceremony',
    'partner-or-place',
    false,
    /celebrat|commemorat|mark/,
    String.raw`\b(?:celebrat(?:e|ed|es|ing)|commemorat(?:e|ed|es|ing)|mark(?:ed|ing)?)\s{1,4}(?:[\p{L}\p{N}’'-]{1,24}\s{1,4}){0,8}?(?:birthday|anniversary|national\s{1,4}day|independence\s{1,4}day)\b`,
  ),
];

/** No trigger matches a sentence without one of these: asked first, because most sentences have none. */
export const ANY_TRIGGER =
  /\b(?:press|news|media|remarks|briefing|briefed|address\w*|interview|sp[eo]k\w*|speak\w*|talk\w*|call|calls|telephone\w*|phone\w*|deliver\w*|g[ai]ve\w*|giving|ma[dk]e\w*|making|speech|keynote|lecture|met|meet\w*|held|hold\w*|had|have|having|conducted|continued|began|led|discussions|consultations|conversation\w*|bilateral\w*|sat|sit\w*|lunch|dinner|breakfast|banquet|reception|received?s?|host\w*|welcom\w*|greeted|gather\w*|conven\w*|assembled?|together|join\w*|visit\w*|tour\w*|inspect\w*|ceremon\w*|attend\w*|sign\w*|l[a]id|lay\w*|inaugurat\w*|ribbon|(?:re)?open\w*|unveil\w*|celebrat\w*|commemorat\w*|mark\w*)\b/iu;

/** Bodies of people that can be met though nobody is named. */
export const GROUPS =
  /\b(?:leaders?|officials?|ministers?|counterparts?|representatives|troops|soldiers|families|members|lawmakers|senators|congressional|delegations?|business|students|ambassadors?|executives|chiefs?|authorities|community|refugees|activists|journalists|president|king|queen|prime minister|foreign minister|emir|sultan|crown prince|chancellor|chairman|speaker|pope)\b/i;

/** What makes a visited thing a site, not a country. */
export const SITES =
  /\b(?:facilit(?:y|ies)|headquarters|base|bases|camp|camps|plant|factory|works|hospital|clinic|school|university|college|academy|cent(?:re|er)|museum|memorial|cemetery|site|port|airport|airfield|station|ship|shipyard|frigate|carrier|mosque|church|cathedral|temple|synagogue|farm|mine|laborator(?:y|ies)|lab|institute|battlegroup|troops|monument|market|crossing|exhibition|village|project|barracks|garrison|training area|range|depot|warehouse|shelter|orphanage|prison|refinery|pipeline|terminal|reactor|dam|bridge|palace|castle|park|library|theatre|theater|stadium|embassy|consulate|bakery|brewery|studio|foundation|command|brigade|regiment|unit|squadron|vessel|line of contact|front line|frontline|border|wall|mausoleum|tomb|company|office|offices|plants|shipyards|institution|community)\b/i;
