import { describe, expect, it } from 'vitest';
import { levelOfWords, readLevel } from '#server/credentials/core/levels.ts';
import { readSkills } from '#server/credentials/core/read-skills.ts';
import type { CredentialView } from '#server/credentials/core/report.ts';
import { rateTier } from '#server/credentials/core/tier.ts';
import { createIssuer, issueOb3, verify } from '#tests/support/signing/index.ts';

const concept = 'http://data.europa.eu/esco/skill/ccdf3597-1111-4222-8333-444455556666';
const resolver = {
  byUri: (uri: string) => (uri === concept ? { skillKey: 7, label: 'use ladders', uri: concept } : null),
  byLabel: (text: string) =>
    text === 'ladders' ? [{ skillKey: 7, label: 'use ladders', uri: concept, confidence: 0.8 }] : [],
};

const view: CredentialView = {
  id: 'urn:uuid:1',
  kind: 'badge',
  title: 'Safe use of ladders',
  description: null,
  criteria: null,
  achievementType: null,
  issuer: { id: 'did:web:college.example', name: null, url: null },
  issuedAt: null,
  validFrom: null,
  validUntil: null,
  recipient: null,
  results: [],
  evidence: [],
  tags: [],
  alignments: [],
  signed: true,
};
const result: CredentialView['results'][number] = {
  name: null,
  type: null,
  value: null,
  achievedLevel: null,
  status: null,
  level: null,
  alignmentUrls: [],
};
const alignTo = (targetUrl: string, targetType: string | null = null) => ({
  targetName: 'Ladders',
  targetUrl,
  targetType,
  targetFramework: null,
  targetCode: null,
});

describe('skills', () => {
  it.each([
    concept,
    concept.replace('http:', 'https:'),
    `https://esco.ec.europa.eu/en/classification/skills?uri=${encodeURIComponent(concept)}`,
  ])('count by alignment to %s', (url) => {
    const [skill] = readSkills({ ...view, alignments: [alignTo(url)] }, resolver, true);
    expect(skill).toMatchObject({
      skillKey: 7,
      uri: concept,
      source: 'alignment',
      counts: true,
      words: 'Ladders',
    });
    expect(readSkills({ ...view, alignments: [alignTo(url)] }, resolver, false)[0]?.counts).toBe(false);
  });

  it('are not read from occupations, credentials and pages that only quote an address', () => {
    const targets = [
      'http://data.europa.eu/esco/occupation/ccdf3597-1111-4222-8333-444455556666',
      'https://credentialfinder.org/credential/20229/Requirements_Analysis',
      `https://quotes.example/?uri=${concept}`,
    ];
    expect(readSkills({ ...view, alignments: targets.map((url) => alignTo(url)) }, resolver, true)).toEqual(
      [],
    );
  });

  it('are only proposed from tags and title', () => {
    const read = readSkills({ ...view, title: 'ladders', tags: ['ladders', 'nothing'] }, resolver, true);
    expect(read).toMatchObject([
      { skillKey: 7, source: 'tag', confidence: 0.8, counts: false, words: 'ladders' },
    ]);
    const both = readSkills({ ...view, tags: ['ladders'], alignments: [alignTo(concept)] }, resolver, true);
    expect(both).toMatchObject([{ source: 'alignment', counts: true }]);
  });

  it('carry the level of the result that names them, and fall away while a result is open', () => {
    const other = 'https://skills.example/other';
    const results = [
      { ...result, level: 3 as const, alignmentUrls: [concept] },
      { ...result, level: 1 as const, alignmentUrls: [other] },
    ];
    const aligned = { ...view, alignments: [alignTo(concept)] };
    expect(readSkills({ ...aligned, results }, resolver, true)[0]?.level).toBe(3);
    expect(readSkills({ ...aligned, results: [{ ...result, level: 2 }] }, resolver, true)[0]?.level).toBe(2);
    expect(
      readSkills({ ...aligned, results: [{ ...result, status: 'InProgress' }] }, resolver, true),
    ).toEqual([]);
    expect(
      readSkills({ ...aligned, results: [{ ...result, status: 'Completed' }] }, resolver, true),
    ).toHaveLength(1);
  });

  it('count only for a valid credential that is not somebody else’s', async () => {
    const issuer = createIssuer({ kind: 'did:web', seed: 'skills' });
    const alignments = [{ name: 'Ladders', url: concept }];
    const document = await issueOb3(issuer, { alignments, email: 'ada@example.org' });
    const read = async (question: object) => {
      const report = await verify(document, { issuers: [issuer], resolver, ...question });
      return report.skills.map(({ counts }) => counts);
    };
    expect(await read({})).toEqual([true]);
    expect(await read({ emails: ['ada@example.org'] })).toEqual([true]);
    expect(await read({ emails: ['bob@example.org'] })).toEqual([false]);
    expect(await read({ issuers: [] })).toEqual([false]);
  });
});

describe('levels', () => {
  const rubric = (names: string[]) => ({
    resultDescription: [
      {
        id: 'r',
        rubricCriterionLevel: names.map((name, at) => ({ id: `l${at}`, name, points: String(at) })),
      },
    ],
  });

  it('are the place in a rubric of four, else what the words say', () => {
    const four = rubric(['Knows', 'Works with help', 'Works alone', 'Leads others']);
    expect(readLevel({ achievedLevel: 'l2', resultDescription: 'r' }, four)).toEqual({
      level: 3,
      name: 'Works alone',
    });
    const three = rubric(['Basic', 'Proficient', 'Expert']);
    expect(readLevel({ achievedLevel: 'l1', resultDescription: 'r' }, three).level).toBe(3);
    expect(readLevel({ achievedLevel: 'l0' }, rubric(['Bronze', 'Silver'])).level).toBeNull();
    expect(readLevel({}, four)).toEqual({ level: null, name: null });
  });

  it('are not read from addresses', () => {
    expect(levelOfWords('https://rubric.example/expert')).toBeNull();
    expect(levelOfWords('Intermediate (B1)')).toBe(2);
  });
});

describe('evidence strength', () => {
  const work = { id: 'https://work.example/1', name: null, narrative: null, description: null, genre: null };
  const rated = { ...result, achievedLevel: 'Works alone', type: 'RubricCriterionLevel' };
  const licence = { ...view, achievementType: 'License', validUntil: '2027-01-01T00:00:00Z' };
  const marked = { ...result, value: '87', type: 'Percent' };

  it.each<[string, CredentialView, number]>([
    ['licence-that-ends', licence, 5],
    ['reviewed-work', { ...view, evidence: [work], results: [rated] }, 4],
    ['marked-exam', { ...view, results: [marked] }, 3],
    ['stated-result', { ...view, results: [{ ...result, value: 'Passed' }] }, 2],
    ['attendance', view, 1],
    ['self-made-issuer', { ...view, results: [marked], issuer: { ...view.issuer, id: 'did:key:z6Mk' } }, 1],
    ['not-signed', { ...view, signed: false }, 0],
  ])('is %s', (rule, stated, level) => {
    expect(rateTier(stated, 'valid', true)).toEqual({ level, rule });
  });

  it('does not rise by words, and falls with the verdict', () => {
    const boast = 'A licensed, proctored, expert examination and portfolio';
    const words = {
      ...view,
      title: boast,
      description: boast,
      criteria: boast,
      evidence: [{ ...work, id: null, narrative: boast }],
    };
    expect(rateTier(words, 'valid', true).level).toBe(1);
    expect(rateTier(licence, 'valid', false).level).toBe(1);
    expect(rateTier(licence, 'invalid', true)).toEqual({ level: 0, rule: 'not-standing' });
  });
});
