import { describe, expect, it } from 'vitest';
import { type AlignmentStatement, classifyAlignmentTarget } from '#server/skills/core/alignment-target.ts';

const id = 'ccdf3597-8d27-4a2e-8f29-3c1b4f4c1a11';
const esco = `http://data.europa.eu/esco/skill/${id}`;

describe('every spelling of an ESCO skill is that one skill', () => {
  it.each([
    esco,
    `https://data.europa.eu/esco/skill/${id}`,
    `${esco}/`,
    `http://data.europa.eu/esco/skill/${id.toUpperCase()}`,
    `  ${esco}  `,
    `http://data.europa.eu:80/esco/skill/${id}`,
    `https://esco.ec.europa.eu/en/classification/skills?uri=${encodeURIComponent(esco)}`,
    `https://esco.ec.europa.eu/de/classification/skills?lang=de&uri=${encodeURIComponent(`${esco}/`)}#overlayspine`,
    `https://esco.ec.europa.eu/en/classification/skills?uri=${esco}`,
    `https://ec.europa.eu/esco/portal/skill?uri=${encodeURIComponent(esco)}`,
  ])('%s', (targetUrl) => {
    expect(classifyAlignmentTarget({ targetUrl })).toEqual({ scheme: 'esco', kind: 'skill', uri: esco });
  });
});

describe('a page elsewhere that quotes a skill is not that skill', () => {
  it.each([
    `https://esco.example/en/classification/skills?uri=${encodeURIComponent(esco)}`,
    `https://data.europa.eu.evil.example/esco/skill/${id}`,
    `https://evil.example/?u=${esco}`,
    `http://data.europa.eu@evil.example/esco/skill/${id}`,
    `http://data.europa.eu:8080/esco/skill/${id}`,
    `https://esco.ec.europa.eu/en/classification/skills?uri=${encodeURIComponent(`https://evil.example/esco/skill/${id}`)}`,
    `ftp://data.europa.eu/esco/skill/${id}`,
    `javascript:${esco}`,
  ])('%s', (targetUrl) => {
    const target = classifyAlignmentTarget({ targetUrl, targetFramework: 'ESCO', targetType: 'ext:none' });
    expect(target.kind).not.toBe('skill');
    expect(target.uri).not.toBe(esco);
  });
});

const credential = 'ce-cf4dee18-7cea-443a-b920-158a0762c6bf';
const registry = `https://credentialengineregistry.org/resources/${credential}`;
const item = '74f5bb7d-d7cc-11e8-824f-0242ac160002';
const onet = 'https://www.onetonline.org';
const rows: [string, AlignmentStatement, string, string, string | null][] = [
  [
    'ISCO URI',
    { targetUrl: 'http://data.europa.eu/esco/isco/c7121', targetFramework: 'ESCO' },
    'esco',
    'occupation',
    'http://data.europa.eu/esco/isco/C7121',
  ],
  [
    'ESCO occupation',
    { targetUrl: `https://data.europa.eu/esco/occupation/${id}` },
    'esco',
    'occupation',
    `http://data.europa.eu/esco/occupation/${id}`,
  ],
  [
    'ESCO group by URI',
    { targetUrl: 'http://data.europa.eu/esco/skill/S5.8.1' },
    'esco',
    'other',
    'http://data.europa.eu/esco/skill/S5.8.1',
  ],
  [
    'ESCO group by code only',
    { targetUrl: '', targetFramework: 'ESCO', targetCode: 'S5.8.1' },
    'esco',
    'other',
    null,
  ],
  [
    'address wins over type',
    { targetUrl: `http://data.europa.eu/esco/occupation/${id}`, targetType: 'ceasn:Competency' },
    'esco',
    'occupation',
    `http://data.europa.eu/esco/occupation/${id}`,
  ],
  [
    'O*NET occupation',
    { targetUrl: 'http://onetonline.org/link/summary/15-1252.00/', targetFramework: 'O*NET' },
    'onet',
    'occupation',
    `${onet}/link/summary/15-1252.00`,
  ],
  [
    'O*NET skill element',
    { targetUrl: `${onet}/find/descriptor/result/2.a.1.A` },
    'onet',
    'skill',
    `${onet}/find/descriptor/result/2.A.1.a`,
  ],
  [
    'O*NET interest is no skill',
    { targetUrl: `${onet}/find/descriptor/result/1.B.1.a` },
    'onet',
    'other',
    `${onet}/find/descriptor/result/1.B.1.a`,
  ],
  [
    'O*NET technology',
    { targetUrl: `${onet}/search/hot_tech/example?e=Node.js&j=1` },
    'onet',
    'skill',
    `${onet}/search/tech/example?e=Node.js`,
  ],
  [
    'CTDL credential page',
    {
      targetUrl: 'https://credentialfinder.org/credential/20229/Requirements_Analysis',
      targetType: 'ceterms:Credential',
    },
    'ctdl',
    'credential',
    'https://credentialfinder.org/credential/20229/Requirements_Analysis',
  ],
  [
    'CTDL competency',
    {
      targetUrl: `https://credentialfinder.org/competency/${credential.toUpperCase()}`,
      targetType: 'ceasn:Competency',
    },
    'ctdl',
    'skill',
    registry,
  ],
  [
    'CTDL resource with a degree as code',
    { targetUrl: registry, targetType: 'CTDL', targetCode: 'degree' },
    'ctdl',
    'credential',
    registry,
  ],
  ['CTDL resource that says nothing', { targetUrl: registry }, 'ctdl', 'other', registry],
  [
    'CASE item',
    { targetUrl: `https://caseregistry.imsglobal.org/uri/${item}`, targetType: 'CFItem' },
    'case',
    'skill',
    `https://caseregistry.imsglobal.org/uri/${item}`,
  ],
  [
    'CASE item by its service address',
    { targetUrl: `https://caseregistry.imsglobal.org/ims/case/v1p0/CFItems/${item.toUpperCase()}` },
    'case',
    'skill',
    `https://caseregistry.imsglobal.org/uri/${item}`,
  ],
  [
    'CASE item of another host',
    { targetUrl: `http://salt.example/ims/case/v1p0/CFItems/${item}` },
    'case',
    'skill',
    `https://salt.example/ims/case/v1p0/CFItems/${item}`,
  ],
  [
    'CASE document is no skill',
    { targetUrl: `https://salt.example/ims/case/v1p0/CFDocuments/${item}` },
    'case',
    'other',
    `https://salt.example/ims/case/v1p0/CFDocuments/${item}`,
  ],
  [
    'CASE rubric level is no skill',
    { targetUrl: `https://caseregistry.imsglobal.org/uri/${item}`, targetType: 'CFRubricCriterionLevel' },
    'case',
    'other',
    `https://caseregistry.imsglobal.org/uri/${item}`,
  ],
  [
    'EQF level',
    { targetUrl: 'https://europass.europa.eu/eqf', targetType: 'ext:EQF', targetCode: '4' },
    'other',
    'other',
    'https://europass.europa.eu/eqf',
  ],
  ['the starter scheme', { targetUrl: 'URN:assay:skill:Python' }, 'other', 'skill', 'urn:assay:skill:python'],
  [
    'a competency of a framework unknown here',
    { targetUrl: 'HTTPS://Skills.Example/c/7/', targetType: 'ceasn:Competency' },
    'other',
    'skill',
    'https://skills.example/c/7',
  ],
  ['no address', {}, 'other', 'other', null],
  ['O*NET by name only', { targetUrl: 'see below', targetFramework: 'O*NET 29.2' }, 'onet', 'other', null],
];

describe('alignment targets of taxonomy §5', () => {
  it.each(rows)('%s', (_name, alignment, scheme, kind, uri) => {
    expect(classifyAlignmentTarget(alignment)).toEqual({ scheme, kind, uri });
  });

  it('gives the canonical spelling back unchanged', () => {
    for (const [, alignment] of rows) {
      const { uri } = classifyAlignmentTarget(alignment);
      if (uri !== null) expect(classifyAlignmentTarget({ ...alignment, targetUrl: uri }).uri).toBe(uri);
    }
  });
});
