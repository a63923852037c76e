import type { Extraction, Span } from '../model/extraction.ts';

/**
 * What `extract --explain` prints of one file: every visit and engagement with the rules that read it, the refiners
 * that changed it, and the sentences it stands on.
 */
export function explain(file: string, text: string, found: Extraction): string {
  const lines = [`${file}  (${found.kind}, ${found.reference_on ?? 'no day'})`];
  for (const { visitor, country, cities, start, end, status, rules, evidence } of found.visits) {
    const where = cities.length === 0 ? country : `${country} (${cities.join(', ')})`;
    lines.push(`\nvisit: ${visitor} in ${where}, ${start ?? '?'} to ${end ?? '?'}, ${status}`);
    lines.push(...reasons(text, rules, evidence));
  }
  for (const {
    kind,
    date,
    place,
    city,
    country,
    participants,
    status,
    rules,
    evidence,
  } of found.engagements) {
    const where = [place, city, country].filter((one) => one !== null).join(', ') || 'nowhere named';
    const who = participants.join(', ') || 'nobody named';
    lines.push(`\n${kind}: ${who}; ${where}; ${date ?? 'no day'}; ${status}`);
    lines.push(...reasons(text, rules, evidence));
  }
  return lines.join('\n');
}

function reasons(text: string, rules: readonly string[] | undefined, evidence: readonly Span[]): string[] {
  return [
    `  by ${rules?.join(', ') || 'no rule'}`,
    ...evidence.map(({ start, end }) => `  « ${text.slice(start, end).replace(/\s+/g, ' ')} »`),
  ];
}
