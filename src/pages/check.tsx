import type { PublicQuote } from '../public/quote.ts';
import { Bookmarklet } from './bookmarklet.tsx';
import { DraftForm } from './draft.tsx';
import { Page } from './layout.tsx';
import { QuoteCard } from './parts.tsx';

export type Verdict = 'verbatim' | 'spliced' | 'altered' | 'misattributed' | 'not_found';

export interface CheckedMatch {
  quote: PublicQuote;
  /** 0–1 */
  similarity: number;
  diff: readonly { op: '=' | '-' | '+'; text: string }[];
}

interface Props {
  text: string;
  speaker: string;
  /** Null until something is asked. */
  verdict: Verdict | null;
  /** The name asked about, as the record has it; null if nobody of that name is on record. */
  known: string | null;
  matches: readonly CheckedMatch[];
  problem: string | null;
  path: string;
  origin: string;
}

export const VERDICTS: Record<Verdict, { title: string; detail: string }> = {
  verbatim: { title: 'Word for word', detail: 'These words are on record as one run of what was said.' },
  spliced: {
    title: 'Their words, but put together',
    detail:
      'All of these words were said, in this order, but not in one run: something between them is left out.',
  },
  altered: {
    title: 'Not in these words',
    detail: 'Something close to it is on record. The differences are marked below.',
  },
  misattributed: {
    title: 'Somebody else’s words',
    detail: 'These words are on record, but not as said by the person asked about.',
  },
  not_found: {
    title: 'Not on record',
    detail:
      'Nothing on record is close enough. That does not mean it was never said: only the documents on record are compared.',
  },
};

/** The words of both, each side told apart for those who do not see the marks. */
export const Diff = ({ diff }: { diff: CheckedMatch['diff'] }) => (
  <>
    {diff.map(({ op, text: part }) =>
      op === '-' ? (
        <del>
          <span class="unseen">[only on record: </span>
          {part}
          <span class="unseen">] </span>
        </del>
      ) : op === '+' ? (
        <ins>
          <span class="unseen">[only in your text: </span>
          {part}
          <span class="unseen">] </span>
        </ins>
      ) : (
        part
      ),
    )}
  </>
);

/** "Did they say that?" The words asked about against the words on record, the differences shown word by word. */
export function CheckPage({ text, speaker, verdict, known, matches, problem, path, origin }: Props) {
  return (
    <Page
      origin={origin}
      path={path}
      title="Check a quote"
      description="Did they say that? Compare words attributed to an official with the words on record, difference by difference."
      unlisted={path !== '/check'}
    >
      <h1>Did they say that?</h1>
      <form class="check" action="/check" method="get">
        <p class="wide">
          <label for="text">The words</label>
          <textarea id="text" name="text" rows={4} maxlength={2000} required>
            {text}
          </textarea>
        </p>
        <p>
          <label for="speaker">Said to be by (may be left empty)</label>
          <input id="speaker" name="speaker" value={speaker} maxlength={200} autocomplete="off" />
        </p>
        <p>
          <button type="submit">Check</button>
        </p>
      </form>
      {verdict === null && problem === null ? (
        <>
          <DraftForm draft="" format="text" />
          <Bookmarklet origin={origin} />
        </>
      ) : null}
      {problem === null ? null : (
        <p class="note corrected" role="alert">
          {problem}
        </p>
      )}
      {verdict === null ? null : (
        <section class={`verdict ${verdict}`} aria-live="polite">
          <h2>{VERDICTS[verdict].title}</h2>
          <p>{VERDICTS[verdict].detail}</p>
          {speaker === '' || known !== null ? null : (
            <p>
              Nobody called “<bdi>{speaker}</bdi>” is on record, so this says nothing of whether they said it:
              only the words were looked for.
            </p>
          )}
        </section>
      )}
      {matches.length === 0 ? null : (
        <section>
          <h2>{verdict === 'not_found' ? 'The nearest words on record' : 'On record'}</h2>
          {matches.map(({ quote, similarity, diff }) => (
            <div class="match">
              {diff.every(({ op }) => op === '=') ? null : (
                <p class="diff" dir="auto">
                  <Diff diff={diff} />
                </p>
              )}
              <QuoteCard quote={quote} />
              <p class="hint">{Math.round(similarity * 100)} % alike</p>
            </div>
          ))}
          <p class="hint">
            <del>Struck through</del>: only on record. <ins>Underlined</ins>: only in the text that was
            checked.
          </p>
        </section>
      )}
    </Page>
  );
}
