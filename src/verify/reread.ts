import type { Asked, AskedWord } from './asked.ts';
import { isNumberKey } from './numbers.ts';
import { isNegator } from './senses.ts';
import type { SaidWord, Utterance } from './utterance.ts';
import { indexedWords, type Word } from './words.ts';

/** As many words as these of the text may be one that was said: "like minded", "con-\ntinued". */
const MOST_JOINED = 3;

/**
 * The text as it reads beside what was said: marks and spacing make no difference, so words that were not said as they
 * stand take the words whose letters they are. "F16s" is "F-16s", "like-minded" "likeminded", "thats" "that's", and
 * "NATO's" may be "NATO is". What changes a negation ("nowhere", "now here") stays as it was given, and so does what
 * would say a word twice ("we were" is not "we we're").
 */
export function reread(
  asked: Asked,
  utterances: readonly { utterance: Utterance; said: readonly SaidWord[] }[],
): Asked {
  const keys = new Set(utterances.flatMap(({ said }) => said.map(({ key }) => key)));
  if (asked.words.every(({ key }) => keys.has(key))) return asked;
  const letters = new Letters(utterances);
  const given = printedWords(asked.words, (word) => asked.text.slice(word.start, word.end));
  const words: AskedWord[] = [];
  for (let at = 0; at < given.length; ) {
    let [taken, instead] = [1, null as Word[] | null];
    const before = given[at - 1]?.tokens.at(-1)?.key;
    for (let most = 1; most <= MOST_JOINED && at + most <= given.length && instead === null; most++) {
      const some = given.slice(at, at + most);
      if (some.every(({ tokens }) => tokens.every(({ key }) => keys.has(key)))) continue;
      if (some.some(({ tokens }) => tokens[0]?.aside !== some[0]?.tokens[0]?.aside)) break;
      instead = letters.wordsOf(some);
      if (instead?.[0]?.key === before) instead = null;
      if (instead !== null) taken = most;
    }
    const old = given.slice(at, at + taken).flatMap(({ tokens }) => tokens);
    const [first, last] = [old[0] as AskedWord, old.at(-1) as AskedWord];
    if (instead === null) words.push(...old);
    else
      instead.forEach(({ key }, nth) => {
        const gapBefore = nth === 0 && first.gapBefore;
        words.push({ ...last, key, start: first.start, gapBefore });
      });
    at += taken;
  }
  return { text: asked.text, words };
}

interface Printed<T extends Word> {
  tokens: T[];
  letters: string;
  /** Ends in `'s`. */
  isShort: boolean;
}

/** Words as they are printed: "don't" is one of two. */
function printedWords<T extends Word & { piece?: number }>(
  words: readonly T[],
  textOf: (word: T) => string,
): Printed<T>[] {
  const all: Printed<T>[] = [];
  for (const word of words) {
    const last = all.at(-1)?.tokens;
    if (last?.[0]?.start === word.start && last[0].piece === word.piece) last.push(word);
    else {
      const text = textOf(word);
      all.push({ tokens: [word], letters: indexedWords(text).join(''), isShort: /['’]s$/i.test(text) });
    }
  }
  return all;
}

/** The letters of what was said, to look for words whatever their marks and spacing. */
class Letters {
  readonly #text: string;
  /** The printed words by the place of their first letter. */
  readonly #words = new Map<number, Printed<SaidWord>>();

  constructor(utterances: readonly { utterance: Utterance; said: readonly SaidWord[] }[]) {
    let text = '';
    for (const { utterance, said } of utterances) {
      const textOf = ({ piece, start, end }: SaidWord) =>
        (utterance.pieces[piece]?.text ?? '').slice(start, end);
      for (const word of printedWords(said, textOf)) {
        if (word.letters === '') continue;
        this.#words.set(text.length, word);
        text += word.letters;
      }
      text += '\n';
    }
    this.#text = text;
  }

  /** The words that were said with these letters, if they negate neither more nor less. */
  wordsOf(given: readonly Printed<AskedWord>[]): Word[] | null {
    const letters = given.map((word) => word.letters).join('');
    const stem = letters.slice(0, -1);
    const forms = given.length === 1 && given[0]?.isShort ? [letters, `${stem}is`, `${stem}has`] : [letters];
    const old = given.flatMap(({ tokens }) => tokens);
    const negations = negationsIn(old);
    for (const form of forms) {
      const found = this.#find(form);
      // "1 2" is not "12".
      const isNumber = [...old, ...(found ?? [])].some(({ key }) => isNumberKey(key));
      if (found !== null && !isNumber && negationsIn(found) === negations) return found;
    }
    return null;
  }

  #find(letters: string): Word[] | null {
    if (letters === '') return null;
    for (let at = this.#text.indexOf(letters); at >= 0; at = this.#text.indexOf(letters, at + 1)) {
      const found: Word[] = [];
      let to = at;
      for (let word = this.#words.get(to); word !== undefined && to < at + letters.length; ) {
        found.push(...word.tokens);
        to += word.letters.length;
        word = this.#words.get(to);
      }
      if (to === at + letters.length) return found;
    }
    return null;
  }
}

const negationsIn = (words: readonly Word[]) => words.filter((_, at) => isNegator(words, at)).length;
