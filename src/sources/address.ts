import ipaddr from 'ipaddr.js';

/** Names that mean this machine, this network or a cloud's own services, whatever they resolve to. */
const INWARD =
  /^(?:localhost|.*\.(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa|onion))$/;

/** What may be asked besides public addresses: this machine, where a test says so. */
export interface Reach {
  loopback: boolean;
}

/**
 * Why an address must not be asked, in words, or null where it may. Looks at the address as it is written; what a name
 * resolves to is for `inwardAmong`.
 */
export function refusalOf(address: URL, { loopback }: Reach): string | null {
  if (address.protocol !== 'http:' && address.protocol !== 'https:')
    return `${address.protocol}// addresses are not fetched, only http and https`;
  if (address.username !== '' || address.password !== '')
    return 'the address carries a name and password, which are not sent';
  const host = address.hostname.toLowerCase().replace(/\.$/, '');
  const bare = host.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(bare)) {
    const range = rangeOf(bare);
    if (range === 'unicast' || (loopback && range === 'loopback')) return null;
    return `${host} is no public address (${range})`;
  }
  if (loopback && (host === 'localhost' || host.endsWith('.localhost'))) return null;
  if (!host.includes('.') || INWARD.test(host)) return `${host} is no public name`;
  return null;
}

/** The first of the addresses a name resolves to that is not public, or null. */
export function inwardAmong(addresses: readonly string[], { loopback }: Reach): string | null {
  return (
    addresses.find((it) => {
      if (!ipaddr.isValid(it)) return false;
      const range = rangeOf(it);
      return range !== 'unicast' && !(loopback && range === 'loopback');
    }) ?? null
  );
}

/** `unicast` for what anybody on the internet can reach; else what kind of address it is. IPv4 within IPv6 is unwrapped. */
function rangeOf(address: string): string {
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  if (range !== 'unicast') return range;
  // Of IPv6 only 2000::/3 is given out; and one public IPv4 address is a cloud's own service to its machines.
  if (parsed.kind() === 'ipv6') return (parsed.toByteArray()[0]! & 0xe0) === 0x20 ? range : 'reserved';
  return parsed.toString() === '168.63.129.16' ? 'metadata' : range;
}
