/** An address that may stand in a link: http and https only. Documents come with addresses of somebody's choosing. */
export function safeHref(url: string | null | undefined): string | null {
  if (url === null || url === undefined || !URL.canParse(url)) return null;
  const { protocol } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? url : null;
}
