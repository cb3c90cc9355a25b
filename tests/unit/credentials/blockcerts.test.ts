import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#server/credentials/core/json.ts';
import { type Blockcert, type BlockcertOrder, issueBlockcert } from '#tests/support/signing/blockcerts.ts';
import { createIssuer, judge, signEmbedded, verify } from '#tests/support/signing/index.ts';

/* Blockcerts made afresh (verification.md §2.11): what stands, and what is told of it. */

const esco = 'http://data.europa.eu/esco/skill/ccdf3597-5c80-410f-896d-e1bdfa223de9';
const resolver = {
  byUri: (uri: string) => (uri === esco ? { skillKey: 7, label: 'ladders', uri } : null),
  byLabel: () => [],
};

function world({ documents, explorers }: Blockcert, how: keyof Blockcert['explorers'] = 'two') {
  return { documents, settings: { explorers: explorers[how] } };
}

const kinds: [string, BlockcertOrder][] = [
  ['version 2 on Bitcoin', {}],
  ['version 2 on Ethereum', { network: 'ethereumMainnet' }],
  ['version 3 on Bitcoin', { version: 3 }],
  ['version 3 on Ethereum', { version: 3, network: 'ethereumMainnet' }],
];

describe.each(kinds)('a Blockcert of %s', (_name, order) => {
  it('stands when its entry is in the chain, whether one explorer says so or two', async () => {
    const cert = await issueBlockcert(order);
    expect(await judge(cert.document, world(cert))).toBe('valid');
    expect(await judge(cert.document, world(cert, 'one'))).toBe('valid');
    const { anchor, tier } = await verify(cert.document, world(cert));
    expect(anchor).toMatchObject({ offline: 'pass', onChain: 'pass', isDemo: false });
    expect(anchor?.transaction).toBe(cert.transaction);
    expect(tier.rule).not.toBe('demo-network');
  });

  it('is unknown without an explorer, and what can be proven offline is told apart', async () => {
    const cert = await issueBlockcert(order);
    const report = await verify(cert.document, world(cert, 'none'));
    expect([report.verdict, report.code]).toEqual(['unknown', 'issuer-unresolvable']);
    expect(report.anchor).toMatchObject({ offline: 'pass', onChain: 'unknown' });
    expect(report.findings).toMatchObject([{ source: 'anchor' }]);
    const proof = report.checks.find(({ name }) => name === 'proof');
    expect(proof?.message).toMatch(/^Nobody confirmed the blockchain entry/);
  });

  it('binds to the address it names', async () => {
    const cert = await issueBlockcert(order);
    const bound = async (email: string) =>
      (await verify(cert.document, { ...world(cert), emails: [email] })).bound;
    expect([await bound('Ada@example.org'), await bound('bob@example.org')]).toEqual(['yes', 'no']);
  });

  it('ends when it says so, and is refused once a list names it', async () => {
    const ended = await issueBlockcert({ ...order, expires: '2026-06-01T00:00:00Z' });
    expect(await judge(ended.document, world(ended))).toBe('invalid expired');
    const cert = await issueBlockcert(order);
    const list = 'https://academy.example/revoked.json';
    cert.documents.set(list, {
      revokedAssertions: [{ id: String(cert.document.id), revocationReason: 'Mistake' }],
    });
    expect(await judge(cert.document, world(cert))).toBe('invalid revoked');
    cert.documents.delete(list);
    expect(await judge(cert.document, world(cert))).toBe('unknown status-unavailable');
    expect((await verify(cert.document, world(cert))).watch.statusLists).toEqual([list]);
  });
});

describe('a Blockcert', () => {
  it('counts the skills of its main network, and none of a test network', async () => {
    const alignments = [{ name: 'Ladders', url: esco }];
    const real = await issueBlockcert({ alignments });
    const report = await verify(real.document, { ...world(real), resolver });
    expect(report.skills).toMatchObject([{ skillKey: 7, counts: true }]);
    for (const network of ['bitcoinTestnet', 'mockchain'] as const) {
      const demo = await issueBlockcert({ network, alignments });
      const told = await verify(demo.document, { ...world(demo), resolver });
      expect(told).toMatchObject({ verdict: 'valid', skills: [], tier: { level: 0, rule: 'demo-network' } });
      expect(told.anchor?.isDemo).toBe(true);
      expect(told.credential?.signed).toBe(network === 'bitcoinTestnet');
    }
  });

  it('reads the revocation list that the badge names beside the one of the profile', async () => {
    const own = 'https://academy.example/of-the-badge.json';
    const cert = await issueBlockcert();
    const named = await issueBlockcert({
      members: {
        badge: {
          ...(cert.document.badge as JsonObject),
          issuer: { ...((cert.document.badge as JsonObject).issuer as JsonObject), revocationList: own },
        },
      },
    });
    expect(await judge(named.document, world(named))).toBe('unknown status-unavailable');
    named.documents.set(own, { revokedAssertions: [String(named.document.id)] });
    expect(await judge(named.document, world(named))).toBe('invalid revoked');
  });

  it('takes a day without a time for the whole day', async () => {
    const cert = await issueBlockcert({ members: { issuedOn: '2026-01-01', expires: '2026-11-23' } });
    const at = (now: string) => judge(cert.document, { ...world(cert), now: new Date(now) });
    expect([await at('2026-11-23T12:00:00Z'), await at('2026-11-24T00:00:00Z')]).toEqual([
      'valid',
      'invalid expired',
    ]);
  });

  it('may carry the proof of another suite, which must hold too', async () => {
    const issuer = createIssuer({ kind: 'did:key', seed: 'multi' });
    const sign = (document: JsonObject) =>
      signEmbedded(document, {
        key: issuer.signing,
        suite: 'eddsa-rdfc-2022',
        created: new Date('2026-01-01'),
      });
    const cert = await issueBlockcert({ version: 3, sign });
    // The other proof is somebody else's: sound, and no word of the issuer.
    expect(await judge(cert.document, world(cert))).toBe('invalid issuer-unbound');
    const [other = {}, receipt = {}] = cert.document.proof as JsonObject[];
    expect(other.type).toBe('DataIntegrityProof');
    const broken = { ...other, created: '2026-01-03T00:00:00Z' };
    const bent = { ...cert.document, proof: [broken, receipt] };
    expect(await judge(bent, world(cert))).toBe('invalid signature');
  });

  it('never shows what inline contexts and displayHtml say', async () => {
    const words = { displayHtml: 'https://words.example/html', tag: 'https://words.example/tag' };
    const badge = (await issueBlockcert()).document.badge as JsonObject;
    const members = {
      displayHtml: '<script>alert(1)</script>',
      badge: { ...badge, tag: ['Brain surgery'] },
    };
    const cert = await issueBlockcert({ contexts: [words], members });
    const report = await verify(cert.document, world(cert));
    expect(JSON.stringify(report.credential)).not.toMatch(/<script|surgery/);
    expect(report.verdict).toBe('valid');
  });
});
