import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '#server/credentials/core/json.ts';
import type { Report } from '#server/credentials/core/report.ts';
import { createIssuer, issueClr, issueOb3, verify } from '#tests/support/signing/index.ts';

/*
 * A record and the credentials inside it are one graph under the record's signature. What a part says of the person may
 * be moved without breaking it; it must not become the word of the record's issuer.
 */

const school = createIssuer({ kind: 'did:web', host: 'school.example', seed: 'record attack' });
const club = createIssuer({ kind: 'did:web', host: 'club.example', seed: 'record attack' });
const resolver = { byUri: (uri: string) => ({ skillKey: 1, label: uri, uri }), byLabel: () => [] };
const ada = 'did:example:ada';
const ended = await issueOb3(club, {
  subjectId: ada,
  validUntil: '2026-02-01T00:00:00Z',
  alignments: [{ name: 'Ladders', url: 'https://skills.example/x', type: 'ceasn:Competency' }],
});
const record = await issueClr(school, [ended], { subjectId: ada });

const ask = (document: JsonObject) => verify(document, { issuers: [school, club], resolver });
const counting = (report: Report): number =>
  report.skills.filter(({ counts }) => counts).length +
  report.parts.reduce((sum, part) => sum + counting(part), 0);

/** The record with the achievement of its part taken out of it, and put where `place` says. */
function moved(place: (subject: JsonObject, achievement: Json) => Json): JsonObject {
  const { achievement = null, type: _type, ...bare } = ended.credentialSubject as JsonObject;
  const part = { ...ended, credentialSubject: bare };
  const subject = { ...(record.credentialSubject as JsonObject), verifiableCredential: [part] };
  return { ...record, credentialSubject: place(subject, achievement) };
}

describe('what a part that has ended says of a person', () => {
  it('counts nothing where it stands', async () => {
    const report = await ask(record);
    expect([report.verdict, report.parts[0]?.code, counting(report)]).toEqual(['valid', 'expired', 0]);
  });

  const other = (achievement: Json) => ({
    id: ada,
    type: ['AchievementSubject'],
    achievement: [achievement],
  });
  it.each<[string, (subject: JsonObject, achievement: Json) => Json]>([
    ['an entry of its own', (subject, achievement) => [subject, other(achievement)]],
    ['an entry before', (subject, achievement) => [other(achievement), subject]],
  ])('moved to %s is refused, though the signature fits the graph', async (_where, place) => {
    const report = await ask(moved(place));
    expect([report.verdict, report.code, counting(report)]).toEqual(['invalid', 'context-tampered', 0]);
    expect(report.findings.map(({ code }) => code)).not.toContain('signature');
  });

  it.each<[string, (subject: JsonObject, achievement: Json) => Json]>([
    ['the list of the record', (subject, achievement) => ({ ...subject, achievement: [achievement] })],
    [
      'an entry of two types',
      (subject, achievement) => ({
        ...subject,
        type: ['AchievementSubject', 'ClrSubject'],
        achievement: [achievement],
      }),
    ],
    ['an entry of the other type', (subject, achievement) => ({ ...subject, ...other(achievement) })],
  ])('moved to %s counts nothing either', async (_where, place) => {
    const report = await ask(moved(place));
    expect([report.verdict, counting(report)]).toEqual(['invalid', 0]);
  });
});

describe('what a record inside lists', () => {
  const listed = {
    id: 'urn:uuid:own',
    type: ['Achievement'],
    name: 'Ladders',
    description: 'Climbs.',
    criteria: { narrative: 'Shown.' },
    alignment: [{ type: ['Alignment'], targetName: 'x', targetUrl: 'https://skills.example/x' }],
  };

  it('does not become the word of the record around it, moved or copied', async () => {
    const members = { validUntil: '2026-02-01T00:00:00Z' };
    const good = await issueOb3(club, { subjectId: ada });
    const inner = await issueClr(club, [good], {
      id: 'urn:uuid:inner',
      subjectId: ada,
      subject: { achievement: [listed] },
      members,
    });
    const outer = await issueClr(school, [inner], { subjectId: ada });
    expect(counting(await ask(outer))).toBe(0);
    const { achievement: _gone, ...bare } = inner.credentialSubject as JsonObject;
    const around = (part: JsonObject) => ({
      ...outer,
      credentialSubject: {
        ...(outer.credentialSubject as JsonObject),
        achievement: [listed],
        verifiableCredential: [part],
      },
    });
    // The signature over the graph still fits: the same statements stand in it.
    const moved = await ask(around({ ...inner, credentialSubject: bare }));
    expect([moved.verdict, counting(moved)]).toEqual(['valid', 0]);
    expect(counting(await ask(around(inner)))).toBe(0);
  });

  it('counts in a record of its own, beside a part that has ended', async () => {
    const own = await issueClr(school, [ended], { subjectId: ada, subject: { achievement: [listed] } });
    expect(counting(await ask(own))).toBe(1);
  });
});

describe('what somebody else says of an achievement', () => {
  const achievementId = 'urn:uuid:00000000-0000-4000-8000-0000000000aa';
  const stranger = createIssuer({ kind: 'did:key', seed: 'endorsement attack' });
  const claim = {
    id: achievementId,
    type: ['EndorsementSubject', 'Achievement'],
    endorsementComment: 'Well made.',
    alignment: [{ type: ['Alignment'], targetName: 'Ladders', targetUrl: 'https://skills.example/x' }],
  };

  async function badge() {
    const endorsement = await issueOb3(stranger, {
      members: { type: ['VerifiableCredential', 'EndorsementCredential'], credentialSubject: claim },
    });
    const plain = await issueOb3(school, { subjectId: ada });
    const subject = plain.credentialSubject as JsonObject;
    const achievement = {
      ...(subject.achievement as JsonObject),
      id: achievementId,
      endorsement: [endorsement],
    };
    const members = { credentialSubject: { ...subject, achievement } };
    return { endorsement, achievement, signed: await issueOb3(school, { subjectId: ada, members }) };
  }

  it('does not become the word of the issuer by being moved, though the signature fits the graph', async () => {
    const { signed, endorsement, achievement } = await badge();
    const honest = await ask(signed);
    expect([honest.verdict, counting(honest)]).toEqual(['valid', 0]);
    const { alignment, ...rest } = claim;
    const emptied = { ...endorsement, credentialSubject: rest };
    const subject = signed.credentialSubject as JsonObject;
    const taken = { ...achievement, alignment, endorsement: [emptied] };
    const report = await ask({ ...signed, credentialSubject: { ...subject, achievement: taken } });
    expect([report.verdict, report.skills]).toEqual(['valid', []]);
    expect(report.checks.at(-1)?.message).toContain('no skill is read');
  });

  it('is looked for wherever it may stand', async () => {
    const { signed, endorsement } = await badge();
    const issuer = {
      ...(signed.issuer as JsonObject),
      type: ['Profile'],
      parentOrg: { id: 'urn:x', type: ['Profile'], endorsement: [endorsement] },
    };
    const hidden = await issueOb3(school, {
      subjectId: ada,
      alignments: [{ name: 'Ladders', url: 'https://skills.example/x', type: 'ceasn:Competency' }],
      members: { issuer },
    });
    const report = await ask(hidden);
    expect([report.verdict, report.skills]).toEqual(['valid', []]);
  });
});
