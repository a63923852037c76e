import { identityWords } from '../model/fold.ts';

const LENGTH = 5;
/** Every fourth shingle by its hash is kept; of very long texts fewer, so that no text costs more than this many rows. */
const SAMPLE = 4;
const MOST = 2_000;

/** Two texts are near duplicates if the shorter one's shingles stand in the other in this share. */
export const NEAR = 0.75;
/** With fewer sampled shingles than this, agreement says little. */
export const ENOUGH = 8;

/** FNV-1a, 32 bits. */
function hash(words: readonly string[]): number {
  let value = 0x811c9dc5;
  for (const character of words.join(' '))
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

/**
 * A sample of the hashed five-word shingles of a text (Broder 1997, "On the resemblance and containment of
 * documents"): which shingles are kept depends on their hash alone, so two texts keep the same ones of those they share.
 */
export function shinglesOf(text: string): number[] {
  const words = identityWords(text);
  const hashes = new Set<number>();
  for (let at = 0; at + LENGTH <= words.length; at++) hashes.add(hash(words.slice(at, at + LENGTH)));
  let sample = SAMPLE;
  let kept = [...hashes].filter((value) => value % sample === 0);
  while (kept.length > MOST) {
    sample *= 2;
    kept = kept.filter((value) => value % sample === 0);
  }
  return kept.sort((a, b) => a - b);
}
