/** Mail addresses as people type them, made comparable. */

/** Dots and what follows a plus make no difference to these, so they make none to the caps. */
const DOTLESS = new Set(['gmail.com', 'googlemail.com']);

/**
 * An address in the one form we keep: small letters, the domain in ASCII. Null for what cannot be written to over the
 * public internet: no quoted local parts, no IP literals, no domain without a dot. RFC 5321 lengths.
 */
export function readAddress(text: string): string | null {
  const [, local, domain] = /^([^\s@]+)@([^\s@]+)$/.exec(text.trim().normalize('NFC')) ?? [];
  if (local === undefined || domain === undefined) return null;
  if (!/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/.test(local)) return null;
  if (new TextEncoder().encode(local).length > 64 || !URL.canParse(`http://${domain}`)) return null;
  const { hostname, href } = new URL(`http://${domain}`);
  // Nothing but a name: no port, path, query or password.
  if (href !== `http://${hostname}/`) return null;
  if (
    !/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(xn--[a-z0-9-]{1,59}|[a-z]{2,63})$/.test(hostname)
  )
    return null;
  const address = `${local.toLowerCase()}@${hostname}`;
  return address.length <= 254 ? address : null;
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** The mailbox that an address leads to, as far as its form tells: `a.b+tag@gmail.com` is `ab@gmail.com`. */
export function mailboxOf(address: string): string {
  const domain = domainOf(address);
  const local = address.slice(0, address.lastIndexOf('@')).replace(/\+.*$/, '');
  return `${DOTLESS.has(domain) ? local.replaceAll('.', '') : local}@${domain}`;
}

/**
 * What stands for a client's network in the caps: its /24 (IPv4) or /48 (IPv6). `ip` is what the platform says
 * (`CF-Connecting-IP`); "unknown" without one.
 */
export function networkOf(ip: string | undefined): string {
  if (ip === undefined) return 'unknown';
  const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(ip)?.[1];
  if (v4 !== undefined) return v4;
  const [head = ''] = ip.toLowerCase().split('::');
  const groups = head.split(':').filter((group) => group !== '');
  return [...groups, '0', '0', '0'].slice(0, 3).join(':');
}
