import { describe, expect, it } from 'vitest';
import { deriveEvidence } from '#server/credentials/core/evidence.ts';
import { type JsonObject, objectsOf } from '#server/credentials/core/json.ts';
import type { Report } from '#server/credentials/core/report.ts';
import { verifyDocument } from '#server/credentials/verify-document.ts';
import {
  buildOb3,
  createIssuer,
  issueClr,
  issueClrJwt,
  issueJwt,
  issueOb3,
  judge,
  statusEntry,
  statusList,
  verify,
} from '#tests/support/signing/index.ts';

/* Comprehensive Learner Records: a tree of credentials, each verified alone (verification.md §2.8). */

const school = createIssuer({ kind: 'did:web', host: 'school.example', seed: 'clr school' });
const club = createIssuer({ kind: 'did:web', host: 'club.example', seed: 'clr club' });
const issuers = [school, club];
const ada = 'did:example:ada';
const about = { subjectId: ada };

const skill = (key: number) => `http://data.europa.eu/esco/skill/00000000-0000-4000-8000-00000000000${key}`;
const resolver = {
  byUri: (uri: string) => {
    const key = Number(/skill\/0{8}-0000-4000-8000-0{11}(\d)$/.exec(uri)?.[1] ?? Number.NaN);
    return Number.isNaN(key) ? null : { skillKey: key, label: `skill ${key}`, uri };
  },
  byLabel: (text: string) =>
    text === 'welding' ? [{ skillKey: 9, label: 'welding', uri: skill(9), confidence: 1 }] : [],
};
const teaches = (...keys: number[]) => keys.map((key) => ({ name: `skill ${key}`, url: skill(key) }));

let count = 0;
/** A badge of the club about Ada, each with an id of its own. */
const badge = (order: Parameters<typeof issueOb3>[1] = {}, issuer = club) =>
  issueOb3(issuer, { ...about, id: `${issuer.root}/credentials/${++count}`, ...order });

/** The same, named by address alone. */
const addressed = (order: { email: string; salt: string | null }) =>
  issueOb3(club, { id: `${club.root}/credentials/${++count}`, ...order });

const ask = { issuers, resolver, dids: [ada] };
const told = ({ verdict, code }: Report) => (code === null ? verdict : `${verdict} ${code}`);
const evidenceOf = (report: Report) => deriveEvidence(report, []);

describe('a learner record', () => {
  it('is a tree: each credential inside is verified alone, and none changes the verdict about the whole', async () => {
    const list = `${club.root}/lists/1`;
    await statusList(club, { url: list, set: [7] });
    const stranger = createIssuer({ kind: 'did:web', host: 'nobody.example', seed: 'stranger' });
    const good = await badge();
    const held = [
      good,
      await badge({ validUntil: '2026-02-01T00:00:00Z' }),
      await badge({ status: statusEntry(list, 7) }),
      { ...(await badge()), proof: good.proof ?? null },
      buildOb3(club, { ...about, id: `${club.root}/credentials/unsigned` }),
      await badge({ subjectId: 'did:example:bob' }),
      await badge({}, stranger),
      issueJwt(club, { ...about, id: `${club.root}/credentials/token` }),
      'a.b.c',
    ];
    const report = await verify(await issueClr(school, held, about), ask);
    expect([told(report), report.format, report.bound]).toEqual(['valid', 'clr2', 'yes']);
    expect(report.parts.map(told)).toEqual([
      'valid',
      'invalid expired',
      'invalid revoked',
      'invalid signature',
      'invalid missing-proof',
      'invalid recipient-mismatch',
      'unknown issuer-unresolvable',
      'valid',
      'invalid malformed',
    ]);
    for (const part of report.parts) expect(part.checks).toHaveLength(8);
    expect(report.checks[0]?.message).toContain('2 of 9 parts hold');
    expect(report.watch.statusLists).toEqual([list]);
    expect(report.credential).toMatchObject({ title: 'Transcript of records', kind: 'certificate' });
  });

  it('stands as a token too, with tokens, documents and enveloped tokens inside', async () => {
    const enveloped = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: `data:application/vc+jwt,${issueJwt(club, { ...about, id: 'urn:uuid:enveloped' })}`,
      type: 'EnvelopedVerifiableCredential',
    };
    const held = [issueJwt(club, about), await badge(), enveloped];
    const token = await verify(issueClrJwt(school, held, about), ask);
    expect([told(token), token.format, ...token.parts.map(told)]).toEqual([
      'valid',
      'clr2-jwt',
      'valid',
      'valid',
      'valid',
    ]);
    const document = await verify(await issueClr(school, held, about), ask);
    expect([told(document), ...document.parts.map(told)]).toEqual(['valid', 'valid', 'valid', 'valid']);
  });

  it('is about one person: by the same id, the same address, or an address and its hash', async () => {
    const address = 'ada@example.org';
    const named = {
      identifier: [
        { type: 'IdentityObject', identityType: 'emailAddress', hashed: false, identityHash: address },
      ],
    };
    const held = [
      await addressed({ email: address, salt: 'a' }),
      await addressed({ email: address, salt: null }),
      await addressed({ email: 'bob@example.org', salt: 'a' }),
      await badge({ subjectId: `mailto:${address}` }),
    ];
    const report = await verify(await issueClr(school, held, { subject: named }), { issuers });
    expect(report.parts.map(told)).toEqual(['valid', 'valid', 'invalid recipient-mismatch', 'valid']);
    const other = await addressed({ email: address, salt: 'b' });
    const [subject = {}] = objectsOf(held[0]?.credentialSubject);
    const hashed = { identifier: subject.identifier ?? null };
    const blind = await verify(await issueClr(school, [other], { subject: hashed }), { issuers });
    expect(blind.parts.map(told)).toEqual(['invalid recipient-mismatch']);
  });

  it('lacks a part without which it is no record', async () => {
    expect(await judge(await issueClr(school, [], about), { issuers })).toBe('invalid schema');
    const broken = { ...(await issueClr(school, [await badge()], about)), name: 'Doctorate' };
    expect(await judge(broken, { issuers })).toBe('invalid signature');
  });

  it('is followed three levels deep, a hundred credentials wide, and no credential is read twice', async () => {
    const inner = await issueClr(school, [await badge()], { ...about, id: 'urn:uuid:level-4' });
    const third = await issueClr(school, [inner], { ...about, id: 'urn:uuid:level-3' });
    const second = await issueClr(school, [third], { ...about, id: 'urn:uuid:level-2' });
    const report = await verify(await issueClr(school, [second], about), ask);
    const last = report.parts[0]?.parts[0]?.parts[0];
    expect([told(report), last && told(last), last?.parts]).toEqual(['valid', 'invalid too-large', []]);

    const many = Array.from({ length: 101 }, (_, at) =>
      issueJwt(club, { ...about, id: `urn:uuid:many-${at}` }),
    );
    const wide = await verify(issueClrJwt(school, [many[0] ?? '', ...many], about), ask);
    expect(wide.parts).toHaveLength(100);
    expect(wide.checks[0]?.message).toContain('100 of 100 parts hold. 1 more were left out.');
  });

  it('asks no more than sixty addresses, however many issuers it names', async () => {
    const held = await Promise.all(
      Array.from({ length: 90 }, (_, at) =>
        badge(
          { id: `urn:uuid:far-${at}` },
          createIssuer({ kind: 'did:web', host: `h${at}.example`, seed: 'far' }),
        ),
      ),
    );
    const asked = new Set<string>();
    const bytes = new TextEncoder().encode(issueClrJwt(school, held, about));
    const fetch = async (url: string) => {
      asked.add(url);
      return { ok: false as const, reason: 'unreachable' as const, detail: 'refused' };
    };
    await verifyDocument(bytes, { fetch, now: new Date('2026-11-23T00:00:00Z'), resolver });
    expect(asked.size).toBe(60);
  });
});

describe('skills of a learner record', () => {
  const rubric = (value: string) => ({
    achievement: {
      resultDescription: [
        { id: 'urn:uuid:r', type: ['ResultDescription'], name: 'Mark', resultType: 'Percent' },
      ],
    },
    subject: { result: [{ type: ['Result'], resultDescription: 'urn:uuid:r', value }] },
  });

  it('come from each credential inside with its own strength and issuer, the best proof once', async () => {
    const held = [
      await badge({ alignments: teaches(1, 2), validUntil: '2027-01-01T00:00:00Z' }),
      await badge({ alignments: teaches(2, 3), ...rubric('80') }, school),
    ];
    const rows = evidenceOf(await verify(await issueClr(school, held, about), ask));
    expect(
      rows.map(({ skillKey, tier, issuerId, validUntil }) => [skillKey, tier, issuerId, validUntil]),
    ).toEqual([
      [1, 1, club.id, '2027-01-01T00:00:00Z'],
      [2, 3, school.id, null],
      [3, 3, school.id, null],
    ]);
  });

  it('end when the record ends, if that is sooner', async () => {
    const held = [await badge({ alignments: teaches(1), validUntil: '2028-01-01T00:00:00Z' })];
    const record = await issueClr(school, held, {
      ...about,
      members: { validUntil: '2027-01-01T00:00:00Z' },
    });
    expect(evidenceOf(await verify(record, ask))).toMatchObject([
      { skillKey: 1, validUntil: '2027-01-01T00:00:00Z' },
    ]);
  });

  it('count nothing from a credential that does not stand, is not known to stand, or is not the person’s', async () => {
    const stranger = createIssuer({ kind: 'did:web', host: 'nobody.example', seed: 'stranger' });
    const held = [
      await badge({ alignments: teaches(1), validUntil: '2026-02-01T00:00:00Z' }),
      await badge({ alignments: teaches(2), subjectId: 'did:example:bob' }),
      await badge({ alignments: teaches(3) }, stranger),
    ];
    const report = await verify(await issueClr(school, held, about), ask);
    expect(evidenceOf(report).map(({ skillKey, standing }) => [skillKey, standing])).toEqual([
      [3, 'unknown'],
    ]);
    expect(report.parts.flatMap(({ skills }) => skills.map(({ counts }) => counts))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('count nothing at all when the record itself does not stand or is somebody else’s', async () => {
    const held = [await badge({ alignments: teaches(1) })];
    const ended = await issueClr(school, held, { ...about, members: { validUntil: '2026-02-01T00:00:00Z' } });
    const report = await verify(ended, ask);
    expect([told(report), ...report.parts.map(told), evidenceOf(report)]).toEqual([
      'invalid expired',
      'valid',
      [],
    ]);
    expect(report.parts[0]?.skills[0]?.counts).toBe(false);
    const foreign = await verify(await issueClr(school, held, about), { ...ask, dids: ['did:example:bob'] });
    expect([foreign.bound, evidenceOf(foreign)]).toEqual(['no', []]);
    const unreached = await verify(await issueClr(school, held, about), { ...ask, issuers: [club] });
    expect(evidenceOf(unreached).map(({ standing }) => standing)).toEqual(['unknown']);
  });

  it('are taken at the word of its issuer where it lists an achievement, unless a credential inside is about that', async () => {
    const listed = (id: string, key: number): JsonObject => ({
      id,
      type: ['Achievement'],
      name: `Achievement ${key}`,
      description: 'Listed by the school.',
      criteria: { narrative: 'See the catalogue.' },
      alignment: [{ type: ['Alignment'], targetName: `skill ${key}`, targetUrl: skill(key) }],
    });
    const revoked = await badge({ alignments: teaches(4), validUntil: '2026-02-01T00:00:00Z' });
    const achievement = [listed('urn:uuid:own', 5), listed(`${club.root}/achievements/1`, 4)];
    const report = await verify(
      await issueClr(school, [revoked], { ...about, subject: { achievement } }),
      ask,
    );
    expect(evidenceOf(report).map(({ skillKey, issuerId }) => [skillKey, issuerId])).toEqual([
      [5, school.id],
    ]);
  });

  it('count by a confirmed tag only where a credential that stands carries it', async () => {
    const confirmed = [{ skillKey: 9, level: null }];
    const standing = await verify(await issueClr(school, [await badge({ tags: ['welding'] })], about), ask);
    expect(deriveEvidence(standing, confirmed)).toMatchObject([
      { skillKey: 9, origin: 'tag-confirmed', issuerId: club.id },
    ]);
    const ended = await badge({ tags: ['welding'], validUntil: '2026-02-01T00:00:00Z' });
    const report = await verify(await issueClr(school, [ended], about), ask);
    expect(deriveEvidence(report, confirmed)).toEqual([]);
  });
});
