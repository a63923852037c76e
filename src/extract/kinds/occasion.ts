import type { EngagementKind } from '../../model/extraction.ts';

/** An occasion a heading names, and where in the line its name begins. */
export interface NamedOccasion {
  kind: EngagementKind;
  start: number;
  end: number;
}

/** Names of occasions on which words are spoken, the more telling first: a line is given the first that it holds. */
const NAMES: readonly (readonly [EngagementKind, RegExp])[] = [
  [
    'press_conference',
    /\b(?:(?:joint )?(?:press|news|media) (?:conference|availability|avail|briefing|encounter|statements?|call|gaggle|opportunity|stakeout|point|remarks|scrum)|(?:daily|department|noon|white house) briefing|(?:press |on-the-record )?gaggle|door ?-?stop(?: interview)?|stakeout|(?:exchange|q ?& ?a|question[- ]and[- ]answer session) with (?:the )?(?:press|reporters|journalists|media)|(?:remarks?|statements?|comments?) to (?:the )?(?:\p{L}+ )?(?:press|media|reporters|journalists)|briefing (?:with|by|on|previewing))\b/iu,
  ],
  ['interview', /\b(?:interview(?:ed)?|podcast|talkback)\b/iu],
  [
    'meeting',
    /\b(?:(?:before|after|at|following|ahead of|prior to|during|at the (?:top|start|beginning|opening|conclusion) of|at the conclusion of|in) (?:an? |their |the |his |her )?(?:(?:expanded|bilateral|trilateral|virtual|working|\p{L}+-\p{L}+) ){0,3}(?:meeting|meetings|bilat|talks|roundtable|round table|working (?:lunch|dinner|breakfast)|(?:official )?greeting))\b/iu,
  ],
  ['meeting', /\b(?:round ?-?table|bilateral meeting|cabinet meeting|town ?-?hall)\b/iu],
  [
    'ceremony',
    /\b(?:(?:[\p{L}-]+ )?ceremony|signing of|swearing[- ]in|wreath[- ]laying|ribbon[- ]cutting|ground ?breaking|unveiling|state dinner|arrival of)\b/iu,
  ],
  ['call', /\b(?:phone|telephone|video) (?:call|conversation)\b/iu],
  [
    'speech',
    /\b(?:(?:opening |closing |keynote |welcoming |introductory )?remarks?|speech|keynote|(?:state of the \p{L}+ |inaugural )?address|toasts?|eulogy|lecture|commencement)\b/iu,
  ],
];

/** The occasion that a line of a heading names, or null. */
export function occasionIn(line: string): NamedOccasion | null {
  for (const [kind, pattern] of NAMES) {
    const found = pattern.exec(line);
    if (found !== null) return { kind, start: found.index, end: found.index + found[0].length };
  }
  return null;
}

/** "… Before Their Meeting", "… After a Call with Leaders": said beside the meeting, not in it. */
export const isBeside = (line: string): boolean =>
  /\b(?:before|after|following|ahead of|prior to)\b/iu.test(line);

/** The people are in one place with nobody: "Via Teleconference", "virtual". */
export const isRemoteLine = (line: string): boolean =>
  /\b(?:via|by) (?:tele|video|phone|zoom|satellite|webex)|\bvirtual(?:ly)?\b|\bby telephone\b|\ben route\b|\baboard\b|\btelephonic/iu.test(
    line,
  );
