import ipaddr from 'ipaddr.js';

/**
 * The address a request came from, for rate limits only. The last entry of X-Forwarded-For is the one that the
 * nearest proxy wrote; those before it are hearsay. Without a proxy Next writes the entry, but believes a caller who
 * brings one along: an installation that is open to the network needs a proxy that sets the header (it needs one for
 * TLS, too). IPv6 callers count by their /64 network, which is what one customer has.
 */
export function remoteAddress(headers: Headers): string {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (!last) return 'local';
  if (!ipaddr.isValid(last)) return last.slice(0, 100);
  const address = ipaddr.process(last);
  if (address.kind() === 'ipv4') return address.toString();
  const network = (address as ipaddr.IPv6).parts.slice(0, 4).map((part) => part.toString(16));
  return `${network.join(':')}::/64`;
}
