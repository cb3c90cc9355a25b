import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#server/credentials/core/json.ts';
import type { SkillResolver } from '#server/credentials/core/read-skills.ts';
import { canonicalSkillUri } from '#server/skills/core/skill-uri.ts';
import { starterResolver } from '#server/skills/core/starter-resolver.ts';
import { hasShared, readCorpus } from '#tests/conformance/manifest.ts';
import {
  createIssuer,
  issueClr,
  issueJwt,
  issueOb2Hosted,
  issueOb3,
  verify,
} from '#tests/support/signing/index.ts';

/*
 * Thirty badges with the skills that a person labelled (features V10; taxonomy.md §5): alignments of ESCO, CTDL, CASE
 * and O*NET in the forms issuers use, tags, titles and kinds of achievement. `yes` counts by exact id, `maybe` is
 * proposed for the holder to confirm, `named` is named by an id that no loaded scheme knows.
 */

const uuid = 'ccdf3597-1111-4222-8333-444455556666';
const known: [string, string][] = [
  [`http://data.europa.eu/esco/skill/${uuid}`, 'use ladders'],
  [`https://credentialengineregistry.org/resources/ce-${uuid}`, 'requirements analysis'],
  [`https://caseregistry.imsglobal.org/uri/${uuid}`, 'multiply fractions'],
  ['https://www.onetonline.org/find/descriptor/result/2.A.1.a', 'reading comprehension'],
  ['https://www.onetonline.org/search/tech/example?e=Python', 'Python (software)'],
];
const resolver: SkillResolver = {
  byUri: (uri) => {
    const at = known.findIndex(([id]) => id === canonicalSkillUri(uri));
    const [id, label] = known[at] ?? [];
    return id && label ? { skillKey: 1_000 + at, label, uri: id } : starterResolver.byUri(uri);
  },
  byLabel: (text) => starterResolver.byLabel(text),
};

const issuer = createIssuer({ kind: 'did:web', seed: 'thirty' });
const title = 'Certificate of attendance';
const esco = `http://data.europa.eu/esco/skill/${uuid}`;
const align = (url: string, type?: string, more: JsonObject = {}) => ({
  achievement: {
    alignment: [
      {
        type: ['Alignment'],
        targetName: 'As written',
        targetUrl: url,
        ...(type ? { targetType: type } : {}),
        ...more,
      },
    ],
  },
});
type Order = NonNullable<Parameters<typeof issueOb3>[1]>;
const badge = (order: Order) => () => issueOb3(issuer, { title, ...order });
const sql = [{ name: 'SQL', url: 'urn:assay:skill:sql' }];
const percent = (value: string, result: JsonObject = {}) => ({
  achievement: {
    alignment: [{ type: ['Alignment'], targetName: 'Ladders', targetUrl: esco }],
    resultDescription: [
      {
        id: 'urn:uuid:00000000-0000-4000-8000-0000000000d1',
        type: ['ResultDescription'],
        name: 'Mark',
        resultType: 'Percent',
      },
    ],
  },
  subject: {
    result: [
      {
        type: ['Result'],
        resultDescription: 'urn:uuid:00000000-0000-4000-8000-0000000000d1',
        value,
        ...result,
      },
    ],
  },
});

const fixtures: [string, () => Promise<JsonObject | string>, string[]][] = [
  ['an ESCO skill', badge(align(esco)), ['use ladders: yes']],
  ['the same by https', badge(align(esco.replace('http:', 'https:'))), ['use ladders: yes']],
  [
    'the same as a page of the portal',
    badge(
      align(`https://esco.ec.europa.eu/en/classification/skills?uri=${encodeURIComponent(esco)}`, undefined, {
        targetFramework: 'ESCO',
      }),
    ),
    ['use ladders: yes'],
  ],
  ['the same with capitals', badge(align(esco.replace(uuid, uuid.toUpperCase()))), ['use ladders: yes']],
  ['an ESCO skill that is not loaded', badge(align(esco.replace('ccdf', 'aaaa'))), ['As written: named']],
  ['a group of ESCO skills', badge(align('http://data.europa.eu/esco/skill/S5.8.1')), []],
  ['an ESCO occupation', badge(align(esco.replace('/skill/', '/occupation/'))), []],
  ['an ISCO group', badge(align('http://data.europa.eu/esco/isco/C7121')), []],
  [
    'a CTDL competency',
    badge(align(`https://credentialfinder.org/competency/ce-${uuid}`, 'ceasn:Competency')),
    ['requirements analysis: yes'],
  ],
  [
    'a CTDL credential',
    badge(
      align('https://credentialfinder.org/credential/20229/Requirements_Analysis', 'ceterms:Credential', {
        targetCode: 'ce-cf4dee18',
      }),
    ),
    [],
  ],
  [
    'a CTDL item that is a degree',
    badge(
      align(`https://credentialengineregistry.org/resources/ce-${uuid}`, 'CTDL', { targetCode: 'degree' }),
    ),
    [],
  ],
  [
    'a CASE item',
    badge(align(`https://caseregistry.imsglobal.org/uri/${uuid}`, 'CFItem', { targetCode: uuid })),
    ['multiply fractions: yes'],
  ],
  [
    'a CASE item behind its interface',
    badge(align(`https://casenetwork.imsglobal.org/ims/case/v1p0/CFItems/${uuid}`)),
    ['multiply fractions: yes'],
  ],
  [
    'a CASE rubric',
    badge(align(`https://caseregistry.imsglobal.org/uri/${uuid.replace('ccdf', 'bbbb')}`, 'CFRubric')),
    [],
  ],
  [
    'an O*NET element',
    badge(
      align('https://www.onetonline.org/find/descriptor/result/2.A.1.a', undefined, {
        targetFramework: 'O*NET',
      }),
    ),
    ['reading comprehension: yes'],
  ],
  [
    'an O*NET technology',
    badge(align('https://www.onetonline.org/search/tech/example?e=Python')),
    ['Python (software): yes'],
  ],
  [
    'an O*NET occupation',
    badge(
      align('https://www.onetonline.org/link/summary/15-1252.00', undefined, { targetFramework: 'O*NET' }),
    ),
    [],
  ],
  ['an O*NET interest', badge(align('https://www.onetonline.org/find/descriptor/result/1.B.1.a')), []],
  [
    'a level of the European framework',
    badge(align('https://europa.eu/europass/eqf/4', 'ext:EQF', { targetCode: '4' })),
    [],
  ],
  ['a page that quotes a skill', badge(align(`https://quotes.example/?uri=${esco}`)), []],
  ['a skill of this installation', badge({ alignments: sql }), ['SQL: yes']],
  ['tags', badge({ tags: ['SQL', 'nothing at all'] }), ['SQL: maybe']],
  ['a tag and an alignment of the same skill', badge({ tags: ['SQL'], alignments: sql }), ['SQL: yes']],
  ['a title', badge({ title: 'SQL' }), ['SQL: maybe']],
  ['the title of a degree', badge({ title: 'SQL', achievement: { achievementType: 'BachelorDegree' } }), []],
  [
    'an achievement that is a competency',
    badge({ achievement: { id: esco, achievementType: 'Competency' } }),
    ['use ladders: yes'],
  ],
  [
    'an achievement that is a course of that id',
    badge({ achievement: { id: esco, achievementType: 'Course' } }),
    [],
  ],
  ['an exam that was passed', badge(percent('88', { status: 'Completed' })), ['use ladders: yes']],
  ['an exam that was failed', badge(percent('12', { status: 'Failed' })), []],
  [
    'an endorsement',
    badge({ alignments: sql, members: { type: ['VerifiableCredential', 'EndorsementCredential'] } }),
    [],
  ],
  ['a token', async () => issueJwt(issuer, { title, alignments: sql }), ['SQL: yes']],
  [
    'an Open Badge 2.0',
    async () => issueOb2Hosted(issuer, { title, alignments: sql, tags: ['Python'] }),
    ['Python: maybe', 'SQL: yes'],
  ],
  [
    'an alignment in the words of Open Badges 1',
    async () => issueOb2Hosted(issuer, { title, badge: { alignment: [{ name: 'Ladders', url: esco }] } }),
    ['use ladders: yes'],
  ],
  ['a badge that has ended', badge({ alignments: sql, validUntil: '2026-02-01T00:00:00Z' }), ['SQL: named']],
  [
    'a record that lists an achievement',
    async () =>
      issueClr(issuer, [await badge({ subjectId: 'did:example:a' })()], {
        subjectId: 'did:example:a',
        subject: listing(),
      }),
    ['SQL: yes'],
  ],
];

function listing(): JsonObject {
  const achievement = {
    id: 'urn:uuid:00000000-0000-4000-8000-0000000000a1',
    type: ['Achievement'],
    name: 'Listed',
    description: 'Listed by the school.',
    criteria: { narrative: 'See the catalogue.' },
    alignment: [{ type: ['Alignment'], targetName: 'SQL', targetUrl: 'urn:assay:skill:sql' }],
  };
  return { achievement: [achievement] };
}

async function read(content: JsonObject | string | Uint8Array): Promise<string[]> {
  const { skills } = await verify(content, { issuers: [issuer], resolver });
  const how = (skill: (typeof skills)[number]) =>
    skill.counts ? 'yes' : skill.source === 'alignment' ? 'named' : 'maybe';
  return skills.map((skill) => `${skill.label}: ${how(skill)}`).sort();
}

describe('the skills of thirty badges are those that a person labelled', () => {
  it.each(fixtures)('%s', async (_name, make, labelled) => {
    expect(await read(await make())).toEqual(labelled);
  });

  it('and there are thirty', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(30);
  });

  it.skipIf(!hasShared)(
    'also of real ones: a credential of a registry is no skill (needs SHARED_DIR)',
    async () => {
      const files = [
        'ob3-json/eddsa-rdfc-2022-didkey-alignments-valid.json',
        'ob3-json/endorsement-credential-valid.json',
      ];
      for (const file of files)
        expect((await read(readCorpus(file))).filter((line) => !line.endsWith('maybe'))).toEqual([]);
    },
  );
});
