import type { PublicQuote } from '../public/quote.ts';
import { Diff, VERDICTS, type Verdict } from './check.tsx';
import { Page } from './layout.tsx';

/** A quotation of a draft as `POST /v1/drafts` answers it, as far as the page shows it. */
export interface DraftQuotation {
  text: string;
  start: number;
  end: number;
  speaker: { id: string; name: string } | null;
  speaker_label: string | null;
  verdict: Verdict;
  on_record: { quotes: number; from: string | null; to: string | null };
  best: {
    quote: PublicQuote;
    diff: readonly { op: '=' | '-' | '+'; text: string }[];
    source: PublicQuote['sources'][number] | null;
  } | null;
  suggestion: { text: string } | null;
}

export interface CheckedDraft {
  quotations: readonly DraftQuotation[];
  counts: Readonly<Record<string, number>>;
  receipt: {
    draft_sha256: string;
    revision: number;
    checked_at: string;
    key: string | null;
    signature: string | null;
    quotations: readonly { document: string | null; document_sha256: string | null; provable: string }[];
  };
}

/** The form for a whole draft, on the page that checks single quotes too. */
export const DraftForm = ({ draft, format }: { draft: string; format: string }) => (
  <form class="check" action="/check" method="post" enctype="multipart/form-data">
    <p class="wide">
      <label for="draft">A whole draft: every quotation in it is checked, nothing is kept</label>
      <textarea id="draft" name="draft" rows={8} required>
        {draft}
      </textarea>
    </p>
    <p>
      <label for="format">Written in</label>
      <select id="format" name="format">
        {['text', 'html', 'markdown'].map((it) => (
          <option value={it} selected={it === format}>
            {{ text: 'Text', html: 'HTML', markdown: 'Markdown' }[it]}
          </option>
        ))}
      </select>
    </p>
    <p>
      <button type="submit">Check the draft</button>
    </p>
  </form>
);

interface Props {
  draft: string;
  format: string;
  checked: CheckedDraft | null;
  problem: string | null;
  origin: string;
}

/** A draft marked up in place, and what is on record for each of its quotations. */
export function DraftPage({ draft, format, checked, problem, origin }: Props) {
  return (
    <Page
      origin={origin}
      path="/check"
      title="A draft checked"
      description="Every quotation of a draft beside the words on record."
      unlisted
    >
      <h1>A draft, checked</h1>
      {problem === null ? null : (
        <p class="note corrected" role="alert">
          {problem}
        </p>
      )}
      {checked === null ? null : (
        <>
          <p>
            {checked.quotations.length === 0
              ? 'No quotation was found in it.'
              : Object.entries(VERDICTS)
                  .filter(([verdict]) => (checked.counts[verdict] ?? 0) > 0)
                  .map(([verdict, { title }]) => `${checked.counts[verdict]} × ${title.toLowerCase()}`)
                  .join(' · ')}
          </p>
          <p class="draft" dir="auto">
            {marked(draft, checked.quotations)}
          </p>
          {checked.quotations.map((it, nth) => (
            <Quotation it={it} nth={nth + 1} />
          ))}
          <ReceiptTable receipt={checked.receipt} quotations={checked.quotations} />
          <details>
            <summary>The receipt as a file, to be kept: npm run recheck proves it</summary>
            <pre class="draft">{JSON.stringify(checked.receipt, null, 1)}</pre>
          </details>
        </>
      )}
      <DraftForm draft={draft} format={format} />
    </Page>
  );
}

const PROVABLE: Readonly<Record<string, string>> = {
  anybody: 'by anybody: the text is in the files of the day',
  source: 'by whoever has the source, by its hash',
  word: 'on our word alone: nothing was found',
};

/** What was checked against what, as it stands on paper. */
const ReceiptTable = ({ receipt, quotations }: Pick<CheckedDraft, 'receipt' | 'quotations'>) => (
  <section class="receipt">
    <h2>Receipt</h2>
    <p>
      Checked{' '}
      <time datetime={receipt.checked_at}>{`${receipt.checked_at.slice(0, 16).replace('T', ' ')} UTC`}</time>{' '}
      against revision {receipt.revision} of the record.{' '}
      {receipt.key === null ? 'Not signed: this site has no key.' : `Signed with key ${receipt.key}.`}
    </p>
    <p class="hash">Draft, SHA-256: {receipt.draft_sha256}</p>
    {receipt.signature === null ? null : <p class="hash">Signature: {receipt.signature}</p>}
    <ol>
      {receipt.quotations.map((line, nth) => (
        <li>
          {VERDICTS[quotations[nth]?.verdict ?? 'not_found'].title}; to be proved {PROVABLE[line.provable]}.
          {line.document === null ? null : (
            <span class="hash">
              {' '}
              {line.document}, SHA-256 {line.document_sha256}
            </span>
          )}
        </li>
      ))}
    </ol>
  </section>
);

/** The draft with each quotation marked and led to what is said of it. */
function marked(draft: string, quotations: readonly DraftQuotation[]) {
  let end = 0;
  const parts = quotations.flatMap((it, nth) => {
    const before = draft.slice(end, it.start);
    end = it.end;
    return [
      before,
      <a class={`mark ${it.verdict}`} href={`#quotation-${nth + 1}`} title={VERDICTS[it.verdict].title}>
        {draft.slice(it.start, it.end)}
        <sup>{nth + 1}</sup>
      </a>,
    ];
  });
  return [...parts, draft.slice(end)];
}

function Quotation({ it, nth }: { it: DraftQuotation; nth: number }) {
  const { quotes, from, to } = it.on_record;
  return (
    <section class={`verdict ${it.verdict}`} id={`quotation-${nth}`}>
      <h2>
        {nth}. {VERDICTS[it.verdict].title}
      </h2>
      <blockquote dir="auto">{it.text}</blockquote>
      <p>
        {it.speaker_label === null ? 'Nobody is named.' : <bdi>{it.speaker?.name ?? it.speaker_label}</bdi>}
        {it.speaker_label === null ? null : ': '}
        {it.speaker_label === null
          ? null
          : quotes === 0
            ? 'no quotes of theirs are on record.'
            : `${quotes} ${quotes === 1 ? 'quote' : 'quotes'} on record${from === null ? '' : `, heard of from ${from} to ${to}`}.`}
      </p>
      {it.best === null || it.verdict === 'verbatim' ? null : (
        <p class="diff" dir="auto">
          <Diff diff={it.best.diff} />
        </p>
      )}
      {it.suggestion === null ? null : (
        <p>
          The source has: <q dir="auto">{it.suggestion.text}</q>
        </p>
      )}
      {it.best?.source == null ? null : (
        <p class="hint">
          <a href={it.best.quote.url ?? '#'}>{it.best.quote.speaker?.name ?? 'On record'}</a>,{' '}
          <a href={it.best.source.deep_link ?? it.best.source.url ?? it.best.quote.url ?? '#'}>
            {it.best.source.publisher ?? it.best.source.title ?? 'source'}
          </a>
        </p>
      )}
    </section>
  );
}
