import { SITE } from './pages.ts';

const WAYS = ['element', 'frame', 'quotation'] as const;

/** What the builder hands out to be pasted for `quote=…` or `visit=…`. */
export async function snippetOf(query: string, way: (typeof WAYS)[number]): Promise<string> {
  const answer = await fetch(`${SITE}/embed?${query}`);
  const snippets = [...(await answer.text()).matchAll(/<pre class="copy"[^>]*>([\s\S]*?)<\/pre>/g)];
  const snippet = snippets[WAYS.indexOf(way)]?.[1];
  if (snippet === undefined) throw new Error(`/embed?${query} answered ${answer.status} without a snippet`);
  return snippet
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
