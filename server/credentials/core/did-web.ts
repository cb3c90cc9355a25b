const segmentShape = /^(?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})+$/;
const hostShape = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;
const forbidden = /%(?:2f|5c|00|3f|23|40|2e)/i;

/**
 * The address of a did:web document (did:web method, "Read"), or null when the DID must not be followed: IP
 * addresses, hosts without a dot, user-info, path tricks, other letters than ASCII (verification.md §3.3).
 */
export function didWebUrl(did: string): string | null {
  if (!did.startsWith('did:web:') || !/^[\x21-\x7e]+$/.test(did) || /[?#/\\@]/.test(did)) return null;
  const [hostPart = '', ...path] = did.slice('did:web:'.length).split(':');
  const [host = '', port, ...rest] = hostPart.split(/%3A/i);
  if (rest.length > 0 || !hostShape.test(host)) return null;
  if (port !== undefined && !/^\d{1,5}$/.test(port)) return null;
  if (path.some((segment) => !segmentShape.test(segment) || forbidden.test(segment) || /^\.+$/.test(segment)))
    return null;
  const origin = `https://${host.toLowerCase()}${port === undefined ? '' : `:${port}`}`;
  return path.length === 0 ? `${origin}/.well-known/did.json` : `${origin}/${path.join('/')}/did.json`;
}

/**
 * The address of the log of a did:webvh DID, by the same rules, or null when it must not be followed. The part after
 * the method is the DID's own hash (did:webvh "DID-to-HTTPS Transformation").
 */
export function webvhUrl(did: string): string | null {
  const parts = /^did:webvh:Qm[1-9A-HJ-NP-Za-km-z]{44}:(.+)$/.exec(did);
  return didWebUrl(`did:web:${parts?.[1] ?? ''}`)?.replace(/did\.json$/, 'did.jsonl') ?? null;
}

/** The host that speaks for an issuer, with its port if one is written; null for issuers without a host. */
export function issuerHost(issuerId: string): string | null {
  const url = addressOf(issuerId);
  if (url === null || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.host.toLowerCase() : null;
}

function addressOf(issuerId: string): string | null {
  if (issuerId.startsWith('did:web:')) return didWebUrl(issuerId);
  return issuerId.startsWith('did:webvh:') ? webvhUrl(issuerId) : issuerId;
}
