import { describe, expect, it } from 'vitest';
import { agreement, isFullName, sameName, speakerAgreement } from '../../../src/cli/eval/names.ts';

describe('names', () => {
  it.each([
    ['Jane Example', 'Example'],
    ['Jane Example', 'Ms. Example'],
    ['Jane Q. Example', 'Jane Example'],
    ['Jane Example', 'J. Example'],
    ['Jane Example III', 'Jane Example'],
    ['Radosław Próbka', 'Radoslaw Probka'],
    ['Omar el-Example', 'Omar Example'],
    ['Bo van der Test', 'van der Test'],
    ['Jane Example', 'Secretary Example'],
    ['Jane Example', 'Example’s'],
  ])('%s and %s are the same person', (a, b) => {
    expect(sameName(a, b)).toBe(true);
    expect(sameName(b, a)).toBe(true);
  });

  it.each([
    ['Jane Example', 'John Example'],
    ['Jane Example', 'Jane Sample'],
    ['Jane Example', 'Jane'],
    ['Jane Example', 'K. Example'],
    ['Jane Example', ''],
  ])('%s and %s are not', (a, b) => {
    expect(sameName(a, b)).toBe(false);
    expect(sameName(b, a)).toBe(false);
  });

  it('are full when they have a first name; a title and a particle are none', () => {
    expect(isFullName('Jane Example')).toBe(true);
    expect(isFullName('Ms Example')).toBe(false);
    expect(isFullName('van der Test')).toBe(false);
  });

  it('agree fully only by a full name where the document has one', () => {
    expect(agreement('Jane Example', 'Jane Example')).toBe('full');
    expect(agreement('Jane Example', 'Example')).toBe('strict');
    expect(agreement('Jane Example', 'John Example')).toBe('none');
  });

  it('agree fully by the surname, or the name the person is known by, where the document has only the surname', () => {
    expect(agreement('Example', 'Example', 'Jane Example')).toBe('full');
    expect(agreement('Example', 'Jane Example', 'Jane Example')).toBe('full');
    expect(agreement('Example', 'John Example', 'Jane Example')).toBe('strict');
    expect(agreement('Example', 'Jane Example')).toBe('strict');
  });

  it('of joint speakers agree when each has a counterpart, in any order', () => {
    expect(speakerAgreement('Jane Example; Bo Test', 'Bo Test; Jane Example')).toBe('full');
    expect(speakerAgreement('Jane Example; Bo Test', 'Test; Jane Example')).toBe('strict');
    expect(speakerAgreement('Jane Example; Bo Test', 'Jane Example')).toBe('none');
    expect(speakerAgreement('Jane Example', 'Jane Example; Bo Test')).toBe('none');
    expect(speakerAgreement('Jane Example; John Example', 'Jane Example; Jane Example')).toBe('none');
  });
});
