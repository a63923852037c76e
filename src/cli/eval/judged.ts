/** One finding held against the annotation: which rule made it, how sure it was, and whether it is right. */
export interface Judged {
  noun: 'quote' | 'visit' | 'engagement' | 'figure';
  /** Id of the rule; for quotes the cue of the attribution. */
  rule: string;
  /** 0–1, or null where the finding does not say. */
  confidence: number | null;
  right: boolean;
}

/** What stands for the rule of a finding that names none. */
export const UNNAMED = '(no rule named)';

/** The ids of the rules behind a finding: `rule`, or `rules` where several had a part in it. */
function rulesOf(finding: object): string[] {
  const { rule, rules } = finding as { rule?: string | string[]; rules?: string[] };
  const named = [...new Set([rule ?? [], rules ?? []].flat())];
  return named.length > 0 ? named : [UNNAMED];
}

/** A finding counts for each rule that had a part in it. */
export function judge(
  noun: Judged['noun'],
  found: readonly object[],
  isRight: (finding: object) => boolean,
): Judged[] {
  return found.flatMap((finding) =>
    rulesOf(finding).map((rule) => ({ noun, rule, confidence: null, right: isRight(finding) })),
  );
}
