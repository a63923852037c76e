/** Parameters by which sites follow who shared a link, or ask for a lighter page of the same article. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|twclid|mc_cid|mc_eid|cmpid|ocid|smid|xtor|at_(medium|campaign|custom\d|link_\w+|format|ptr_\w+|bbc_team)|amp|outputtype)$/i;

/**
 * One form for the addresses of one page: https, the host in lower case without `www.`, `m.`, `mobile.` or `amp.`, no
 * fragment, no default port, no tracking parameters, parameters in order, no `/amp` and no slash at the end of a path.
 * Null if it is no http(s) address. It tells pages apart, and is no address to follow: some sites need their `www.`.
 */
export function normaliseUrl(address: string): string | null {
  const former = formerUrl(address);
  if (former === null) return null;
  const url = new URL(former.replace(/^http:/, 'https:'));
  const host = url.hostname.replace(/^(?:www|m|mobile|amp)\.(?=[^.]+\.[^.]*[a-z])/, '');
  if (host !== url.hostname) url.hostname = host;
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  if (url.pathname.length > 1) url.pathname = url.pathname.replace(/(?:\/amp)?\/*$/, '');
  return url.href;
}

/** The form by which documents were told apart before: ids that were made of it still answer. */
export function formerUrl(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return null;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()]) {
    if (/^(utm_\w+|fbclid|gclid|mc_cid|mc_eid)$/i.test(name)) url.searchParams.delete(name);
  }
  url.searchParams.sort();
  if (url.pathname.length > 1) url.pathname = url.pathname.replace(/\/+$/, '');
  return url.href;
}
