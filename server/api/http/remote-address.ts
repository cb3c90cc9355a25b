import { isIPv6 } from 'node:net';

/**
 * The address a request came from, for rate limits only. The last entry of X-Forwarded-For is the one that the
 * nearest proxy wrote; those before it are hearsay. Without a proxy Next writes the entry, but believes a caller who
 * brings one along: an installation that is open to the network needs a proxy that sets the header (it needs one for
 * TLS, too). IPv6 callers count by their /64 network, which is what one customer has.
 */
export function remoteAddress(headers: Headers): string {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (!last) return 'local';
  if (!isIPv6(last)) return last.slice(0, 100);
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(last)?.[1];
  return mapped ?? `${networkOf(last)}::/64`;
}

function networkOf(address: string): string {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const rest = tail === '' ? 0 : tail.split(':').length + (tail.includes('.') ? 1 : 0);
    while (groups.length + rest < 8) groups.push('0');
    groups.push(...(tail === '' ? [] : tail.split(':')));
  }
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
