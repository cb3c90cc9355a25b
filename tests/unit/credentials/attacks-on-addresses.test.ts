import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FetchPort } from '#server/credentials/core/fetch-port.ts';
import type { JsonObject } from '#server/credentials/core/json.ts';
import { plainSettings } from '#server/credentials/core/settings.ts';
import { verifyDocument } from '#server/credentials/verify-document.ts';
import { isPublicAddress, makeGuardedFetch } from '#server/platform/fetch.ts';
import { issueBlockcert } from '#tests/support/signing/blockcerts.ts';
import {
  createIssuer,
  type Documents,
  type Issuer,
  issueJwt,
  issueOb2Hosted,
  issueOb2Signed,
  issueOb3,
  issueSdJwt,
  presentDocument,
  publishTokenMetadata,
  showSdJwt,
  statusEntry,
} from '#tests/support/signing/index.ts';
import { serve } from '#tests/support/signing/serve.ts';
import { clock } from '#tests/support/signing/verify.ts';

/*
 * Every address that a credential can name, pointed into a private network. The real guarded fetch decides, and a real
 * server on the loopback address sees whether it was asked.
 */

/** A server on this machine that must never be asked, and one that is let through and leads to it. */
let inside: Server;
let hop: Server;
const seen: string[] = [];
let port = 0;
let hopPort = 0;

async function listen(server: Server, host: string): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return (server.address() as AddressInfo).port;
}

beforeAll(async () => {
  inside = createServer((request, response) => {
    seen.push(request.url ?? '');
    response.end('{}');
  });
  port = await listen(inside, '127.0.0.1');
  hop = createServer((request, response) => {
    response.writeHead(302, { location: `http://127.0.0.1:${port}${request.url}` }).end();
  });
  hopPort = await listen(hop, '127.0.0.2');
});
afterAll(() => {
  inside.close();
  hop.close();
});

const addressOf: Record<string, string> = { 'inside.example': '127.0.0.1', 'hop.example': '127.0.0.2' };
const guarded = makeGuardedFetch(
  async (host) => {
    const address = addressOf[host];
    if (address === undefined) throw new Error('ENOTFOUND');
    return [{ address, family: 4 }];
  },
  (address) => address === '127.0.0.2' || isPublicAddress(address),
);

/** Forms of one and the same address inside, and of its neighbours. */
const forms: [string, (path: string) => string][] = [
  ['loopback', (path) => `http://127.0.0.1:${port}/${path}`],
  ['a decimal number', (path) => `http://2130706433:${port}/${path}`],
  ['octal digits', (path) => `http://0177.0.0.1:${port}/${path}`],
  ['IPv4 in IPv6', (path) => `http://[::ffff:127.0.0.1]:${port}/${path}`],
  ['IPv6 loopback', (path) => `https://[::1]:${port}/${path}`],
  ['a private network', (path) => `https://10.0.0.1/${path}`],
  ['link-local metadata', (path) => `http://169.254.169.254/${path}`],
  ['localhost', (path) => `http://localhost:${port}/${path}`],
  ['a public name of a private address', (path) => `http://inside.example:${port}/${path}`],
  ['a redirect', (path) => `http://hop.example:${hopPort}/${path}`],
];

/** A credential that names an address, and the world around it. */
type Trap = { content: JsonObject | string; documents?: Documents; explorers?: string[] };
const key = { kind: 'https', alg: 'ES256', seed: 'addresses' } as const;
const school = () => createIssuer({ kind: 'did:web', seed: 'addresses' });
const badges2 = () => createIssuer(key);

async function withIssuer(
  make: (issuer: Issuer) => Promise<Trap['content']> | Trap['content'],
  issuer = school(),
) {
  return { content: await make(issuer), documents: issuer.documents };
}

const context3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const extensions = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
const withExtensions = { '@context': ['https://www.w3.org/ns/credentials/v2', context3, extensions] };

/** Where an address may stand that is followed; what comes of it is unknown, since it could not be asked. */
const followed: [string, (url: string) => Promise<Trap>][] = [
  ['a pasted link', async (url) => ({ content: url })],
  [
    'a hosted assertion',
    (url) => withIssuer((issuer) => ({ ...issueOb2Hosted(issuer), id: url }), badges2()),
  ],
  [
    'a badge class',
    (url) => withIssuer((issuer) => issueOb2Hosted(issuer, { assertion: { badge: url } }), badges2()),
  ],
  [
    'an issuer profile',
    (url) => withIssuer((issuer) => issueOb2Hosted(issuer, { badge: { issuer: url } }), badges2()),
  ],
  [
    'a key document',
    (url) =>
      withIssuer((issuer) => {
        const verification = { type: 'SignedBadge', creator: url };
        return issueOb2Signed(issuer, { assertion: { verification }, profile: { publicKey: url } });
      }, badges2()),
  ],
  [
    'a revocation list',
    (url) => withIssuer((issuer) => issueOb2Signed(issuer, { profile: { revocationList: url } }), badges2()),
  ],
  ['a status list', (url) => withIssuer((issuer) => issueOb3(issuer, { status: statusEntry(url, 1) }))],
  [
    'a list of 1EdTech',
    (url) =>
      withIssuer((issuer) =>
        issueOb3(issuer, { status: { id: url, type: '1EdTechRevocationList' }, members: withExtensions }),
      ),
  ],
  [
    'a token status list',
    (url) =>
      withIssuer((issuer) =>
        showSdJwt(issueSdJwt(issuer, { claims: { status: { status_list: { idx: 1, uri: url } } } })),
      ),
  ],
  [
    'an issuer of Open Badges 3.0',
    async (url) => {
      const own = createIssuer(key);
      const bent = { ...own, id: url, signing: { ...own.signing, methodId: `${url}#key-1` } };
      return { content: issueJwt(bent) };
    },
  ],
  [
    'a profile of Blockcerts',
    async (url) => {
      const { document, documents, explorers } = await issueBlockcert({
        version: 3,
        members: { issuer: url },
      });
      return { content: document, documents, explorers: explorers.two };
    },
  ],
];

async function ask(url: string, make: (url: string) => Promise<Trap>) {
  const { content, documents = new Map(), explorers = [] } = await make(url);
  const open = serve(documents);
  const tried: string[] = [];
  const fetch: FetchPort = (address, options) => {
    tried.push(address);
    return documents.has(address) ? open(address, options) : guarded(address, options);
  };
  const bytes = new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
  const resolver = { byUri: () => null, byLabel: () => [] };
  const settings = { ...plainSettings, explorers };
  const report = await verifyDocument(bytes, { fetch, now: clock, resolver, settings });
  return { report, tried };
}

beforeEach(() => {
  seen.length = 0;
});

describe.each(followed)('%s', (_what, make) => {
  it.each(forms)('inside by %s is not asked, and nothing stands by it', async (_form, urlOf) => {
    const url = urlOf('x');
    const { report, tried } = await ask(url, make);
    expect(tried.map((address) => new URL(address).href)).toContain(new URL(url).href);
    expect(seen).toEqual([]);
    expect([report.verdict, report.code]).toEqual(['unknown', 'ssrf-blocked']);
  });
});

/** Hosts of DIDs; they are asked by https only. */
const hosts = [
  '127.0.0.1',
  '2130706433',
  '0177.0.0.1',
  '10.0.0.1',
  'localhost',
  'intranet',
  'inside.example',
];

describe.each(hosts)('a DID at %s', (host) => {
  it('is not asked for its document or its log, and speaks for nobody', async () => {
    const scid = 'QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWKPbdG';
    for (const id of [`did:web:${host}`, `did:web:${host}:college`, `did:webvh:${scid}:${host}`]) {
      const own = school();
      const issuer = { ...own, id, signing: { ...own.signing, methodId: `${id}#key-1` } };
      for (const content of [await issueOb3(issuer), issueJwt(issuer), showSdJwt(issueSdJwt(issuer))]) {
        const { report } = await ask('', async () => ({ content }));
        expect([id, report.verdict, report.code]).toEqual([id, 'unknown', 'ssrf-blocked']);
        expect(seen).toEqual([]);
      }
    }
  });
});

const web = () => createIssuer({ kind: 'https', alg: 'ES256', seed: 'addresses web' });
const schema = (id: string) => ({ credentialSchema: { id, type: '1EdTechJsonSchemaValidator2019' } });

/** Where an address may stand that is not followed, or not there, or decides nothing; and what comes of it. */
const otherwise: [string, string, (url: string) => Promise<Trap>][] = [
  [
    'a context',
    'invalid context-unknown',
    (url) =>
      withIssuer(async (issuer) => {
        const badge = await issueOb3(issuer);
        return { ...badge, '@context': [...(badge['@context'] as string[]), url] };
      }),
  ],
  [
    'a context inside',
    'invalid context-unknown',
    (url) =>
      withIssuer(async (issuer) => {
        const badge = await issueOb3(issuer);
        return {
          ...badge,
          credentialSubject: { ...(badge.credentialSubject as JsonObject), '@context': url },
        };
      }),
  ],
  [
    'pictures, evidence, criteria and pages',
    'valid',
    (url) =>
      withIssuer((issuer) =>
        issueOb3(issuer, {
          achievement: { image: { id: url, type: 'Image' }, criteria: { id: url, narrative: 'An exam.' } },
          members: { evidence: [{ id: url, type: ['Evidence'] }], image: { id: url, type: 'Image' } },
          alignments: [{ name: 'x', url }],
        }),
      ),
  ],
  [
    'pictures, evidence, criteria and pages of Open Badges 2.0',
    'valid',
    (url) =>
      withIssuer(
        (issuer) =>
          issueOb2Hosted(issuer, {
            badge: { image: url, criteria: url, alignment: [{ targetName: 'x', targetUrl: url }] },
            assertion: { image: url, evidence: url },
            profile: { image: url },
          }),
        badges2(),
      ),
  ],
  [
    'a schema',
    'valid',
    (url) => withIssuer((issuer) => issueOb3(issuer, { members: { ...withExtensions, ...schema(url) } })),
  ],
  [
    'a refresh service of a badge that has ended',
    'invalid expired',
    (url) =>
      withIssuer((issuer) => {
        const refreshService = { id: url, type: '1EdTechCredentialRefresh' };
        const members = { ...withExtensions, refreshService };
        return issueOb3(issuer, { validUntil: '2026-06-01T00:00:00Z', members });
      }),
  ],
  [
    'an endorsement',
    'valid',
    (url) => withIssuer((issuer) => issueOb2Hosted(issuer, { assertion: { endorsement: url } }), badges2()),
  ],
  [
    'addresses in the header of a token',
    'valid',
    (url) => withIssuer((issuer) => issueJwt(issuer, { header: { jku: url, x5u: url } })),
  ],
  [
    'the key of a token',
    'invalid issuer-unbound',
    (url) => withIssuer((issuer) => issueJwt(issuer, { header: { kid: url } })),
  ],
  [
    'the method of a proof',
    'invalid issuer-unbound',
    (url) => withIssuer((issuer) => issueOb3({ ...issuer, signing: { ...issuer.signing, methodId: url } })),
  ],
  [
    'the key set of a profile',
    'invalid issuer-unbound',
    async (url) => {
      const own = web();
      own.documents.set(own.id, { id: own.id, type: 'Profile', jwks_uri: url });
      return { content: issueJwt(own), documents: own.documents };
    },
  ],
  [
    'the key set of an issuer of tokens',
    'invalid issuer-unbound',
    async (url) => {
      const own = web();
      publishTokenMetadata(own, { jwks: null, jwks_uri: url });
      return { content: showSdJwt(issueSdJwt(own)), documents: own.documents };
    },
  ],
];

describe.each(otherwise)('%s', (_what, wanted, make) => {
  it.each(forms)('inside by %s is not asked', async (_form, urlOf) => {
    const { report } = await ask(urlOf('x'), make);
    expect(seen).toEqual([]);
    expect(report.code === null ? report.verdict : `${report.verdict} ${report.code}`).toBe(wanted);
  });
});

describe('what is only shown', () => {
  it.each(otherwise.filter(([what]) => /picture|context|header|schema/.test(what)))(
    '%s is not asked for at public addresses either',
    async (_what, _wanted, make) => {
      const url = 'https://open.example/x';
      expect((await ask(url, make)).tried).not.toContain(url);
    },
  );
});

describe('a share link', () => {
  it('whose platform leads inside is not followed there', async () => {
    const go = 'https://www.credly.com/go/abcdefgh';
    const tried: string[] = [];
    const fetch: FetchPort = (address) => {
      tried.push(address);
      // The platform answers with a redirect, which the guarded fetch judges.
      return guarded(address === go ? `http://hop.example:${hopPort}/x` : address);
    };
    const resolver = { byUri: () => null, byLabel: () => [] };
    const report = await verifyDocument(new TextEncoder().encode(go), { fetch, now: clock, resolver });
    expect([report.verdict, report.code, tried, seen]).toEqual(['unknown', 'ssrf-blocked', [go], []]);
  });
});

describe('a presentation', () => {
  it('by a holder inside, with a credential of an issuer inside, asks neither', async () => {
    const own = createIssuer({ kind: 'did:web', host: 'inside.example', seed: 'addresses holder' });
    const content = await presentDocument(own, {
      challenge: 'a',
      domain: 'b',
      credentials: [await issueOb3(own)],
    });
    const { report } = await ask('', async () => ({ content }));
    expect([report.verdict, report.parts[0]?.verdict, seen]).toEqual(['unknown', 'unknown', []]);
  });
});
