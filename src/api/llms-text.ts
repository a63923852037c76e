interface Described {
  paths: Record<string, Record<string, { summary: string; parameters: { name: string; in: string }[] }>>;
}

/** /llms.txt: what the site is and how to ask it, in Markdown. */
export function llmsText(document: Record<string, unknown>, host: string): string {
  const { paths } = document as unknown as Described;
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { summary, parameters }]) => {
      const names = parameters.filter((it) => it.in === 'query').map(({ name }) => name);
      const asked = names.length === 0 ? '' : ` (${names.join(', ')})`;
      return `- \`${method.toUpperCase()} ${path}\`: ${summary}${asked}`;
    }),
  );
  return `# Readout

> Where public officials were, whom they met and what exactly they said. Every quote is verbatim: byte for byte a span of a stored document, with its source, speaker and day.

Nothing inside quotation marks is paraphrased. \`said_on\` is the day the documents state, or null; \`day\` is that day or, where none is stated (\`day_from\` says so), the day of first publication, and lists are in its order. An id once published answers for ever: 308 where the same thing has another id now, \`status\` \`corrected\` or \`withdrawn\` where the sources changed. When quoting, give the \`url\` of the quote, and check \`status\`.

Lists come in pages: follow \`next\` until it is null. No key is needed. To find out whether somebody said something, ask \`/v1/verify\`; to find something, \`/v1/search?q=\`.

## Reference

- [OpenAPI 3.1](${host}/openapi.json): every parameter and shape
- [Reference page](${host}/docs)
- Model Context Protocol (streamable HTTP): \`${host}/mcp\` with search, get_visit, get_quote, verify
- [About](${host}/about): method, licence, how to report an error

## Calls

${calls.join('\n')}
`;
}
