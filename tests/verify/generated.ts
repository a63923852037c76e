/** A record made up of common words: few speakers with very many quotes, sentences that share most of their words. */

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const words = (text: string) => text.split(' ');
const WHO = words('we they allies partners governments neighbours workers ministers people nations');
const WILL = ['will', 'must', 'can', 'have to', 'want to', 'are ready to', 'agreed to', 'need to'];
const DO = words(
  'build support share defend fund open finish review strengthen welcome discuss join repair plan',
);
const WHAT = words(
  'bridges roads schools markets borders budgets forces alliances promises reforms plans talks harbours rivers forests railways',
);
const HOW = words('together quickly carefully openly again soon everywhere now jointly fairly');
const MORE = words(
  'trust peace trade security energy work health growth order freedom water safety justice climate science history',
);

export interface MadeQuote {
  id: string;
  text: string;
  speaker: string;
}

/** So many quotes of one to three sentences. */
export function aRecord(count: number, random: () => number): MadeQuote[] {
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
  const clause = () => `${pick(WHO)} ${pick(WILL)} ${pick(DO)} the ${pick(WHAT)} ${pick(HOW)}`;
  const sentence = () => {
    const begin = clause();
    const text = `${begin.charAt(0).toUpperCase()}${begin.slice(1)} and ${clause()}, for the ${pick(MORE)} and the ${pick(MORE)} of the ${pick(WHO)} in the ${pick(WHAT)}`;
    return `${text}.`;
  };
  return Array.from({ length: count }, (_, i) => ({
    id: `q_${String(i).padStart(12, '0')}`,
    text: Array.from({ length: 1 + Math.floor(random() * 3) }, sentence).join(' '),
    speaker: `speaker-${Math.floor(random() ** 3 * 50)}`,
  }));
}
