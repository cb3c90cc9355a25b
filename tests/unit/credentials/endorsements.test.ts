import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#server/credentials/core/json.ts';
import type { Report } from '#server/credentials/core/report.ts';
import {
  createIssuer,
  type Issuer,
  issueOb2Hosted,
  issueOb2Signed,
  issueOb3,
  publishProfile,
  publishRevocationList,
  signCompact,
  signEmbedded,
  toTokenPayload,
  verify,
} from '#tests/support/signing/index.ts';

/* What others say about a badge: verified alone, shown, never deciding (verification.md §2.10). */

const school = createIssuer({ kind: 'did:web', host: 'school.example', seed: 'endorsed' });
const guild = createIssuer({ kind: 'did:web', host: 'guild.example', seed: 'endorser', name: 'Guild' });
const issuers = [school, guild];
const badgeId = `${school.root}/credentials/1`;
const achievementId = `${school.root}/achievements/1`;

/** An endorsement of something, before it is signed. */
function buildEndorsement(issuer: Issuer, id: string, members: JsonObject = {}): JsonObject {
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: 'urn:uuid:00000000-0000-4000-8000-0000000000e1',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    issuer: { id: issuer.id, type: ['Profile'], name: issuer.name },
    validFrom: '2026-01-02T00:00:00Z',
    name: 'Endorsement',
    credentialSubject: { id, type: ['EndorsementSubject'], endorsementComment: 'We ask for it.' },
    ...members,
  };
}

function endorse(issuer: Issuer, id: string, members: JsonObject = {}): Promise<JsonObject> {
  const created = new Date('2026-01-02T00:00:00Z');
  const options = { key: issuer.signing, suite: 'eddsa-rdfc-2022', created } as const;
  return signEmbedded(buildEndorsement(issuer, id, members), options);
}

const seen = ({ endorsements }: Report) =>
  endorsements.map(({ about, problem }) => `${about} ${problem ?? 'stands'}`);
const lineOf = (report: Report) => report.checks.find(({ name }) => name === 'endorsements');

describe('endorsements of an Open Badge 3.0', () => {
  it('stand for the badge, its achievement and its issuer, as documents and as tokens', async () => {
    const header = { alg: 'EdDSA', typ: 'JWT', kid: guild.signing.methodId };
    const token = signCompact(
      guild,
      header,
      JSON.stringify(toTokenPayload(buildEndorsement(guild, badgeId))),
    );
    const badge = await issueOb3(school, {
      members: { endorsementJwt: [token], endorsement: [await endorse(guild, badgeId)] },
      achievement: { endorsement: [await endorse(guild, achievementId)] },
    });
    const report = await verify(badge, { issuers });
    expect([report.verdict, ...seen(report)]).toEqual([
      'valid',
      'credential stands',
      'credential stands',
      'achievement stands',
    ]);
    expect(report.endorsements[0]).toMatchObject({
      issuer: { id: guild.id, name: 'Guild' },
      since: '2026-01-02T00:00:00Z',
      comment: 'We ask for it.',
    });
    expect(lineOf(report)).toMatchObject({ result: 'pass' });
  });

  it('add nothing when they do not stand, and take nothing away', async () => {
    const stranger = createIssuer({ kind: 'did:web', host: 'nobody.example', seed: 'stranger' });
    const good = await endorse(guild, badgeId);
    const cases: [JsonObject, string][] = [
      [await endorse(guild, badgeId, { validUntil: '2026-02-01T00:00:00Z' }), 'expired'],
      [await endorse(school, badgeId), 'self'],
      [await endorse(guild, 'urn:uuid:another'), 'about-something-else'],
      [await endorse(guild, achievementId), 'about-something-else'],
      [await endorse(stranger, badgeId), 'issuer-unresolvable'],
      [{ ...good, proof: { ...(good.proof as JsonObject), created: '2026-01-03T00:00:00Z' } }, 'signature'],
      [
        await endorse(guild, badgeId, { type: ['VerifiableCredential', 'OpenBadgeCredential'] }),
        'not-an-endorsement',
      ],
    ];
    for (const [endorsement, problem] of cases) {
      const report = await verify(await issueOb3(school, { members: { endorsement: [endorsement] } }), {
        issuers,
      });
      expect([report.verdict, seen(report)]).toEqual(['valid', [`credential ${problem}`]]);
      expect(report.endorsements[0]?.comment).toBeNull();
      expect(lineOf(report)).toMatchObject({ result: 'not-applicable' });
      expect(lineOf(report)?.message).toContain('0 of 1 endorsements stand');
    }
  });

  it('do not come from the holder either, and are read four at most', async () => {
    const endorsement = await endorse(guild, badgeId);
    const own = await verify(
      await issueOb3(school, { subjectId: guild.id, members: { endorsement: [endorsement] } }),
      { issuers },
    );
    expect(seen(own)).toEqual(['credential self']);
    const token = signCompact(guild, { alg: 'EdDSA', kid: guild.signing.methodId }, '{}');
    const many = await issueOb3(school, {
      members: { endorsementJwt: Array.from({ length: 6 }, () => token) },
    });
    expect(
      seen(await verify(many, { issuers })).filter((line) => line.endsWith('not-looked-at')),
    ).toHaveLength(2);
  });
});

describe('endorsements of an Open Badge 2.0', () => {
  const issuer = createIssuer({ kind: 'https', host: 'badges.example', seed: 'ob2 endorsed', alg: 'ES256' });
  const other = createIssuer({
    kind: 'https',
    host: 'guild.example',
    slug: 'two',
    seed: 'ob2 endorser',
    alg: 'ES256',
    name: 'Guild',
  });
  const both = { issuers: [issuer, other] };
  const assertionId = `${issuer.root}/assertions/1.json`;
  const classId = `${issuer.root}/badges/1.json`;
  const address = `${other.root}/endorsements/1.json`;

  /** Publishes an endorsement at the endorser's, and returns it. */
  function publish(id: string, members: JsonObject = {}, profile: JsonObject = {}): JsonObject {
    const document: JsonObject = {
      '@context': 'https://w3id.org/openbadges/v2',
      id: address,
      type: 'Endorsement',
      claim: { id, endorsementComment: 'We ask for it.' },
      issuer: publishProfile(other, profile),
      issuedOn: '2026-01-02T00:00Z',
      verification: { type: 'HostedBadge' },
      ...members,
    };
    other.documents.set(address, document);
    return document;
  }

  /** Publishes one and returns its address. */
  function link(...order: Parameters<typeof publish>): string {
    publish(...order);
    return address;
  }

  it('stand when linked or embedded, hosted by the endorser or signed, about badge, class or issuer', async () => {
    const embedded = publish(classId);
    const report = await verify(
      issueOb2Hosted(issuer, { badge: { endorsement: [address, embedded] } }),
      both,
    );
    expect([report.verdict, ...seen(report)]).toEqual(['valid', 'achievement stands', 'achievement stands']);
    expect(report.endorsements[0]).toMatchObject({
      issuer: { name: 'Guild' },
      since: '2026-01-02T00:00Z',
      comment: 'We ask for it.',
    });
    const payload = publish(assertionId, {
      verification: { type: 'SignedBadge', creator: `${other.root}/key-2.json` },
    });
    const token = signCompact(other, { alg: 'ES256' }, JSON.stringify(payload));
    const signed = await verify(issueOb2Hosted(issuer, { assertion: { endorsement: token } }), both);
    expect([signed.verdict, ...seen(signed)]).toEqual(['valid', 'credential stands']);
    publish(`${issuer.root}/profile-2.json`);
    const profile = await verify(issueOb2Signed(issuer, { profile: { endorsement: address } }), both);
    expect([profile.verdict, ...seen(profile)]).toEqual(['valid', 'issuer stands']);
  });

  it.each<[string, () => JsonObject[string]]>([
    ['expired', () => link(assertionId, { expires: '2026-02-01T00:00:00Z' })],
    ['about-something-else', () => link(classId)],
    ['revoked', () => link(assertionId, { revoked: true })],
    ['revoked', () => link(assertionId, {}, { revocationList: publishRevocationList(other, [address]) })],
    ['issuer-unresolvable', () => `${other.root}/endorsements/none.json`],
    [
      'verification-scope',
      () => link(assertionId, {}, { verification: { startsWith: `${other.root}/elsewhere/` } }),
    ],
    ['unsupported-suite', () => link(assertionId, { verification: { type: 'SignedBadge' } })],
    ['missing-proof', () => ({ ...publish(assertionId), id: 'urn:uuid:nowhere' })],
    ['not-an-endorsement', () => link(assertionId, { type: 'Assertion' })],
    [
      'self',
      () => {
        const id = `${issuer.root}/endorsements/own.json`;
        issuer.documents.set(id, { ...publish(assertionId), id, issuer: publishProfile(issuer) });
        return id;
      },
    ],
    ['malformed', () => 'no.to.ken'],
    ['ssrf-blocked', () => 'http://127.0.0.1/endorsement.json'],
  ])('add nothing and take nothing away: %s', async (problem, make) => {
    const report = await verify(issueOb2Hosted(issuer, { assertion: { endorsement: make() } }), both);
    expect([report.verdict, ...seen(report)]).toEqual(['valid', `credential ${problem}`]);
  });

  it('say nothing by what stands in the badge: only the document at their own address counts', async () => {
    publish(classId);
    const forged = { ...publish(classId), claim: { id: assertionId, endorsementComment: 'The best.' } };
    other.documents.set(address, { ...forged, claim: { id: classId } });
    const report = await verify(issueOb2Hosted(issuer, { assertion: { endorsement: forged } }), both);
    expect(seen(report)).toEqual(['credential about-something-else']);
  });
});
