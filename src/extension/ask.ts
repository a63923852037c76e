/** What the extension shows of a checked draft. */
export interface Told {
  verdict: string;
  title: string;
  text: string;
  speaker: string | null;
  /** What the source has, where the words are not those. */
  record: string | null;
  source: { name: string; url: string } | null;
}

const TITLES: Readonly<Record<string, string>> = {
  verbatim: 'Word for word',
  spliced: 'Their words, but put together',
  altered: 'Not in these words',
  misattributed: 'Somebody else’s words',
  not_found: 'Not on record',
};

interface RecordedSource {
  publisher: string | null;
  url: string | null;
  deep_link?: string | null;
}
interface RecordedQuote {
  text: string;
  url: string | null;
  speaker: { name: string } | null;
  sources: RecordedSource[];
}
interface Quotation {
  text: string;
  speaker: { name: string } | null;
  speaker_label: string | null;
  verdict: string;
  best: { quote: RecordedQuote; source: RecordedSource | null } | null;
  suggestion: { text: string } | null;
}

/** Only addresses that lead somewhere on the web. */
const web = (url: string | null | undefined): string | null =>
  url != null && /^https?:/.test(url) ? url : null;

async function post<T>(address: string, body: object): Promise<T> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
  if (answer.ok) return (await answer.json()) as T;
  const { detail } = (await answer.json().catch(() => ({}))) as { detail?: string };
  throw new Error(detail ?? `The site answered ${answer.status}.`);
}

/**
 * Asks the site about a selection, by POST: no address and no log holds it. Quotations in it are checked one by one; where
 * there are none, the words themselves. Throws, in words for people.
 */
export async function askAbout(site: string, selection: string): Promise<Told[]> {
  const text = selection.trim();
  if (text === '') throw new Error('Select the words first.');
  const { quotations } = await post<{ quotations: Quotation[] }>(`${site}/v1/drafts`, { text });
  if (quotations.length > 0) return quotations.map(tell);
  const { verdict, matches } = await post<{
    verdict: string;
    matches: { quote: RecordedQuote }[];
  }>(`${site}/v1/verify`, { text: text.replace(/^["“„«]+|["”“»]+$/g, '') });
  const quote = verdict === 'not_found' ? undefined : matches[0]?.quote;
  const best = quote === undefined ? null : { quote, source: quote.sources[0] ?? null };
  const speaker = quote?.speaker ?? null;
  return [tell({ text, speaker, speaker_label: null, verdict, best, suggestion: null })];
}

function tell({ text, speaker, speaker_label, verdict, best, suggestion }: Quotation): Told {
  const url = web(best?.source?.deep_link) ?? web(best?.source?.url) ?? web(best?.quote.url);
  return {
    verdict,
    title: TITLES[verdict] ?? verdict,
    text,
    speaker: speaker?.name ?? speaker_label,
    record: verdict === 'verbatim' || best === null ? null : (suggestion?.text ?? best.quote.text),
    source: best === null || url === null ? null : { name: best.source?.publisher ?? 'Source', url },
  };
}
