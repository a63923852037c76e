import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import { RULES } from '../../src/extract/frames/rules.ts';

/** Ids of the rules that read something in a release of Wednesday, 31 January 2024. */
function rulesIn(body: string): Set<string> {
  const { visits, engagements } = extract(`Notes from the capital\n\n31 January 2024\n\n${body}\n`);
  return new Set([...visits, ...engagements].flatMap((finding) => finding.rules ?? []));
}

describe('every rule', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    '%s reads its examples and not its counter-examples',
    (id, rule) => {
      expect(rule.examples.length).toBeGreaterThanOrEqual(2);
      expect(rule.not.length).toBeGreaterThanOrEqual(1);
      for (const example of rule.examples) expect([...rulesIn(example)], example).toContain(id);
      for (const other of rule.not) expect([...rulesIn(other)], other).not.toContain(id);
    },
  );

  it('has an id of its own', () => {
    const ids = RULES.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
