import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';
import { Agent, request } from 'undici';

/** What came back, or why nothing did. `blocked` = the address guard refused before anything was sent. */
export type FetchAnswer =
  | {
      ok: true;
      url: string;
      status: number;
      contentType: string;
      body: Uint8Array;
      fetchedAt: string;
      /** Validator of the answer (HTTP ETag), where one was given. */
      etag?: string;
      /** For how long the answer says it may be kept (Cache-Control max-age), where it does. */
      maxAgeMs?: number;
    }
  | { ok: false; reason: 'blocked' | 'unreachable' | 'too-large'; detail: string };

/**
 * What may be asked for: the media types wanted, a lower size limit in bytes, and the validator of an answer that we
 * have: if it is still the same, the answer is 304 without a body.
 */
export interface FetchOptions {
  accept?: string;
  maxBytes?: number;
  ifNoneMatch?: string;
}

/** Answers requests to a host that this installation serves itself, without leaving the process. */
export type OwnHostHandler = (url: URL) => Promise<{ status: number; contentType: string; body: Uint8Array }>;

/** Finds the addresses of a host name. A parameter so that tests can play rebinding servers. */
export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>;

/** How names become addresses, and which of those may be asked. */
interface Names {
  resolve: Resolve;
  isAllowed: (address: string) => boolean;
}

const limits = { totalMs: 5_000, bytes: 2 * 1024 * 1024, redirects: 3 } as const;

// On the global object: the web server may load this module once per bundle.
const shared = globalThis as typeof globalThis & { assayOwnHosts?: Map<string, OwnHostHandler> };
shared.assayOwnHosts ??= new Map();
const ownHosts = shared.assayOwnHosts;

/** Registers the handler of a host that is ours (composition roots only). */
export function registerOwnHost(host: string, handler: OwnHostHandler): void {
  ownHosts.set(host.toLowerCase(), handler);
}

/** True for a public unicast address. IPv4 addresses inside IPv6 are judged as what they are. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  const real =
    parsed.kind() === 'ipv6' && (parsed as ipaddr.IPv6).isIPv4MappedAddress()
      ? (parsed as ipaddr.IPv6).toIPv4Address()
      : parsed;
  return real.range() === 'unicast';
}

/**
 * The part of the guard that needs no network: scheme, user-info, port, and the host as written. URL parsing has
 * already turned decimal, octal and hexadecimal forms into dotted ones.
 */
export function checkUrl(text: string): { ok: true; url: URL } | { ok: false; detail: string } {
  if (!URL.canParse(text)) return { ok: false, detail: 'not a web address' };
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return { ok: false, detail: `scheme ${url.protocol} is not http or https` };
  if (url.username || url.password) return { ok: false, detail: 'the address contains a user name' };
  const port = Number(url.port || '443');
  if (port !== 80 && port !== 443 && port < 1024)
    return { ok: false, detail: `port ${port} is not a web port` };
  const host = url.hostname.replace(/\.$/, '').toLowerCase();
  const literal = host.startsWith('[') ? host.slice(1, -1) : host;
  if (ipaddr.isValid(literal)) {
    return isPublicAddress(literal)
      ? { ok: true, url }
      : { ok: false, detail: `${literal} is not a public address` };
  }
  const inside =
    !host.includes('.') || /\.(localhost|local|internal|intranet|lan|home|corp|arpa)$/.test(host);
  return inside ? { ok: false, detail: `${host} is a name inside a private network` } : { ok: true, url };
}

const resolveByDns: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/** Every address must be public: a name with one private address is an attack or a mistake. */
async function pinAddress(url: URL, names: Names): Promise<{ address: string; family: number } | string> {
  const literal = url.hostname.startsWith('[') ? url.hostname.slice(1, -1) : url.hostname;
  if (ipaddr.isValid(literal)) return { address: literal, family: literal.includes(':') ? 6 : 4 };
  const found = await names.resolve(url.hostname);
  const bad = found.find(({ address }) => !names.isAllowed(address));
  if (bad) return `${url.hostname} resolves to ${bad.address}, which is not a public address`;
  const [first] = found;
  return first ?? `${url.hostname} has no address`;
}

async function readBody(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

type Step = FetchAnswer | { redirect: string };

async function askOnce(url: URL, options: FetchOptions, names: Names, signal: AbortSignal): Promise<Step> {
  const pinned = await Promise.race([pinAddress(url, names), rejectOnAbort(signal)]);
  if (typeof pinned === 'string') return { ok: false, reason: 'blocked', detail: pinned };
  const agent = new Agent({
    connect: {
      lookup: (_host, wanted, done) =>
        wanted.all ? done(null, [pinned]) : done(null, pinned.address, pinned.family),
    },
  });
  try {
    const answer = await request(url, {
      dispatcher: agent,
      signal,
      headers: {
        accept: options.accept ?? 'application/json',
        'user-agent': 'Assay verifier',
        ...(options.ifNoneMatch ? { 'if-none-match': options.ifNoneMatch } : {}),
      },
    });
    const location = answer.headers.location;
    if (answer.statusCode >= 300 && answer.statusCode < 400 && typeof location === 'string') {
      answer.body.on('error', () => {}).destroy();
      return { redirect: location };
    }
    const body = await readBody(answer.body, Math.min(options.maxBytes ?? limits.bytes, limits.bytes));
    if (!body)
      return { ok: false, reason: 'too-large', detail: `the answer of ${url.host} is over the limit` };
    const contentType = String(answer.headers['content-type'] ?? '');
    const fetchedAt = new Date().toISOString();
    const kept = readKeeping(answer.headers);
    return { ok: true, url: url.href, status: answer.statusCode, contentType, body, fetchedAt, ...kept };
  } finally {
    agent.destroy().catch(() => {});
  }
}

/** What an answer says about keeping it: a short validator without control letters, an age in whole seconds. */
function readKeeping(headers: Readonly<Record<string, string | string[] | undefined>>) {
  const etag = headers.etag;
  const seconds = /(?:^|[,\s])max-age=(\d{1,9})/i.exec(String(headers['cache-control'] ?? ''))?.[1];
  return {
    ...(typeof etag === 'string' && /^(?:W\/)?"[\x21-\x7e]{1,200}"$/.test(etag) ? { etag } : {}),
    ...(seconds === undefined ? {} : { maxAgeMs: Number(seconds) * 1_000 }),
  };
}

/** Asks a host of ours inside the process, any other over the network. Our own are only known by https. */
async function ask(url: URL, options: FetchOptions, names: Names, signal: AbortSignal): Promise<Step> {
  const own = url.protocol === 'https:' ? ownHosts.get(url.host) : undefined;
  if (!own) return askOnce(url, options, names, signal);
  const answer = await own(url);
  if (answer.body.byteLength > Math.min(options.maxBytes ?? limits.bytes, limits.bytes))
    return { ok: false, reason: 'too-large', detail: `the answer of ${url.host} is over the limit` };
  return { ok: true, url: url.href, ...answer, fetchedAt: new Date().toISOString() };
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('no answer in time')), { once: true });
  });
}

/**
 * Makes a guarded fetch with its own name resolution; the product uses `guardedFetch`. `isAllowed` judges what
 * names resolve to, so that tests can let them lead to a server on this machine; addresses written in a URL are
 * always judged by `isPublicAddress`.
 */
export function makeGuardedFetch(resolve: Resolve, isAllowed = isPublicAddress) {
  const names: Names = { resolve, isAllowed };
  /**
   * The one way out for every address that came from a person or a credential: http(s) to public unicast
   * addresses only, the resolved address pinned, each redirect checked again (at most 3), 5 s and 2 MiB in all.
   * Never throws: a refusal and an outage are answers.
   */
  return async (text: string, options: FetchOptions = {}): Promise<FetchAnswer> => {
    const signal = AbortSignal.timeout(limits.totalMs);
    let next = text;
    for (let hop = 0; hop <= limits.redirects; hop++) {
      const checked = checkUrl(next);
      if (!checked.ok) return { ok: false, reason: 'blocked', detail: checked.detail };
      // RFC 6761 §6.4: names under .invalid never exist, so nobody is asked.
      if (/(^|\.)invalid\.?$/i.test(checked.url.hostname))
        return { ok: false, reason: 'unreachable', detail: `${checked.url.host}: there is no such name` };
      try {
        const step = await ask(checked.url, options, names, signal);
        if (!('redirect' in step)) return step;
        const target = new URL(step.redirect, checked.url);
        // A key or a status that came over plain http proves nothing any more.
        if (checked.url.protocol === 'https:' && target.protocol === 'http:')
          return { ok: false, reason: 'blocked', detail: `${checked.url.host} leads from https to http` };
        next = target.href;
      } catch (error) {
        const detail = error instanceof Error ? error.message : 'no answer';
        return { ok: false, reason: 'unreachable', detail: `${checked.url.host}: ${detail}` };
      }
    }
    return { ok: false, reason: 'unreachable', detail: `more than ${limits.redirects} redirects` };
  };
}

/** See `makeGuardedFetch`; resolves names by the system's DNS. */
export const guardedFetch = makeGuardedFetch(resolveByDns);
