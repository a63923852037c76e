import type { Judged } from './judge.ts';
import type { SaidWord } from './utterance.ts';

/** A stretch of the difference: in both, only on record ("-"), only in the text that was asked about ("+"). */
export interface Difference {
  op: '=' | '-' | '+';
  text: string;
}

/**
 * The difference word by word between what is on record and the text: `=` and `-` together read as the record does,
 * from the beginning of the sentence where the likeness begins to the end of the one where it ends. What is only on
 * record stands before what is only in the text.
 */
export function differences({ asked, utterance, said, map }: Judged): Difference[] {
  const matched = [...map].filter((at) => at >= 0);
  const [from, to] = sentencesAround(said, matched);
  const record = printed(said, from, to, (piece) => utterance.pieces[piece]?.text ?? '');
  const text = printed(asked.words, 0, asked.words.length, () => asked.text);
  const common = commonPrinted(record, text, map);
  const parts = new Parts();
  let next = 0;
  for (const word of text) {
    const of = common.get(word);
    if (of === undefined) {
      parts.put('+', word.text);
      continue;
    }
    for (; next <= of.last; next++) {
      const it = record[next] as Printed;
      parts.put(of.words.has(it) ? '=' : '-', it.text);
    }
  }
  for (const rest of record.slice(next)) parts.put('-', rest.text);
  return parts.all();
}

/** Gathers parts so that between two common ones there is at most one of each kind, the record's first. */
class Parts {
  readonly #done: Difference[] = [];
  #minus = '';
  #plus = '';

  put(op: Difference['op'], text: string): void {
    if (op === '-') this.#minus += text;
    else if (op === '+') this.#plus += text;
    else {
      this.#flush();
      const last = this.#done.at(-1);
      if (last?.op === '=') last.text += text;
      else this.#done.push({ op, text });
    }
  }

  all(): Difference[] {
    this.#flush();
    return this.#done;
  }

  #flush(): void {
    if (this.#minus !== '') this.#done.push({ op: '-', text: this.#minus });
    if (this.#plus !== '') this.#done.push({ op: '+', text: this.#plus });
    this.#minus = '';
    this.#plus = '';
  }
}

interface Printed {
  /** Numbers of the words that are printed as this one: "don't" is two. */
  tokens: number[];
  /** As printed, with the marks and the space around. */
  text: string;
}

/**
 * Which printed words of the record each printed word of the text stands for: "don't" stands for "do not" and the other
 * way round. Only where all of both agree, and nothing stands between.
 */
function commonPrinted(record: readonly Printed[], text: readonly Printed[], map: Int32Array) {
  const recordOf = new Map(record.flatMap((word, nth) => word.tokens.map((token) => [token, nth] as const)));
  const taken = new Map([...map].map((at, i) => [at, i] as const));
  const whole = (nth: number) => {
    const [first = -1, ...rest] = (record[nth]?.tokens ?? []).map((token) => taken.get(token) ?? -1);
    return first >= 0 && rest.every((at, k) => at === first + k + 1);
  };
  const common = new Map<Printed, { last: number; words: Set<Printed> }>();
  for (const word of text) {
    const places = word.tokens.map((token) => recordOf.get(map[token] as number) ?? -1);
    if (places.every((nth) => nth >= 0 && whole(nth)))
      common.set(word, {
        last: Math.max(...places),
        words: new Set(places.map((nth) => record[nth] as Printed)),
      });
  }
  return common;
}

/** Words as they are printed: marks before a space go with the word before, marks behind it with the next. */
function printed(
  words: readonly { start: number; end: number; piece?: number }[],
  from: number,
  to: number,
  textOf: (piece: number) => string,
): Printed[] {
  const all: { tokens: number[]; start: number; end: number; piece: number }[] = [];
  for (let token = from; token < to; token++) {
    const { start, end, piece = 0 } = words[token] as { start: number; end: number; piece?: number };
    const last = all.at(-1);
    if (last !== undefined && last.piece === piece && last.start === start) last.tokens.push(token);
    else all.push({ tokens: [token], start, end, piece });
  }
  const border = (piece: number, before: number, after: number) => {
    const space = /\s+/u.exec(textOf(piece).slice(before, after));
    return space === null ? after : before + space.index + space[0].length;
  };
  let begin = from === 0 ? 0 : (all[0]?.start ?? 0);
  return all.map(({ tokens, end, piece }, nth) => {
    const next = all[nth + 1];
    const text = textOf(piece);
    const start = begin;
    if (next === undefined) return { tokens, text: text.slice(start, marksEnd(text, end)) };
    begin = next.piece === piece ? border(piece, end, next.start) : 0;
    return { tokens, text: next.piece === piece ? text.slice(start, begin) : `${text.slice(start)} ` };
  });
}

/** Behind the marks that follow a word: its comma or full stop, no space. */
const marksEnd = (text: string, end: number) =>
  end + (/^[^\s\p{L}\p{N}]*/u.exec(text.slice(end))?.[0].length ?? 0);

/** The whole sentences in which the matched words stand, `[from, to)`; everything if none does. */
function sentencesAround(said: readonly SaidWord[], matched: readonly number[]): [number, number] {
  const [first, last] = [matched[0], matched.at(-1)];
  if (first === undefined || last === undefined) return [0, said.length];
  let [from, to] = [first, last + 1];
  while (from > 0 && said[from - 1]?.pause !== 'stop') from--;
  while (to < said.length && said[to - 1]?.pause !== 'stop') to++;
  return [from, to];
}
