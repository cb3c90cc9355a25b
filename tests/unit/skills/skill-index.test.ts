import { assert, constantFrom, property, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSkillIndex, type IndexedSkill } from '#server/skills/core/skill-index.ts';
import { listStarterSkills, starterResolver } from '#server/skills/core/starter-resolver.ts';

const pythonUuid = 'ccd0a1d9-afda-43d9-b901-96344886e14d';
const top = (text: string) => starterResolver.byLabel(text)[0];
const found = (query: string, limit = 8) => starterResolver.search(query, limit).map((hit) => hit.label);

describe('one skill under all its names (E2)', () => {
  it('"JS", "Javascript" and the ESCO URI give one skill', () => {
    const byUri = starterResolver.byUri(
      'http://data.europa.eu/esco/skill/3cd569a2-4f88-4c1e-9995-8dce8c5e51a7',
    );
    expect(byUri?.label).toBe('JavaScript');
    for (const name of ['JS', 'js', 'Javascript', 'JavaScript', ' Java  Script ']) {
      expect(starterResolver.byLabel(name)).toEqual([{ ...byUri, confidence: 1 }]);
    }
  });

  it.each([
    `https://data.europa.eu/esco/skill/${pythonUuid.toUpperCase()}/`,
    `https://esco.ec.europa.eu/en/classification/skills?uri=${encodeURIComponent(`http://data.europa.eu/esco/skill/${pythonUuid}`)}`,
    'https://www.onetonline.org/search/tech/example?e=Python',
    'urn:assay:skill:python',
  ])('%s is Python', (uri) => {
    expect(starterResolver.byUri(uri)).toMatchObject({ label: 'Python', uri: 'urn:assay:skill:python' });
  });

  it.each(['Python', 'not a uri', '', 'http://data.europa.eu/esco/skill/', 'urn:assay:skill:unheard-of'])(
    'the URI %j is no skill',
    (uri) => expect(starterResolver.byUri(uri)).toBeNull(),
  );

  it.each([
    ['C', 'C'],
    ['C#', 'C#'],
    ['c++', 'C++'],
    ['.net', '.NET'],
    ['NodeJS', 'Node.js'],
    ['k8s', 'Kubernetes'],
    ['Postgres', 'PostgreSQL'],
    ['R', 'R'],
  ])('%s is exactly %s', (name, label) => {
    expect(top(name)).toMatchObject({ label, confidence: 1 });
  });
});

describe('proposals for words', () => {
  it.each([
    ['Introduction to Machine Learning', 'Machine learning', 0.9],
    ['Advanced Python', 'Python', 0.9],
    ['Go Basics', 'Go', 0.9],
    ['Emergency First Aid at Work', 'First aid', 0.76],
    ['Kubernetes and Docker in production', 'Docker', 0.62],
  ])('%s proposes %s', (text, label, confidence) => {
    const proposal = starterResolver.byLabel(text).find((each) => each.label === label);
    expect(proposal?.confidence).toBeCloseTo(confidence, 2);
  });

  it.each([
    'Ready to go further',
    'A vitamin C rich diet',
    'Employee of the month',
    'Certificate of completion',
    '',
  ])('no proposal for %j', (text) => expect(starterResolver.byLabel(text)).toEqual([]));

  it('words that are no name are never certain', () => {
    for (const text of ['Advanced Python', 'Python for data analysis', 'Data analysis with Python and SQL']) {
      const proposals = starterResolver.byLabel(text);
      expect(proposals.length).toBeGreaterThan(0);
      for (const { confidence } of proposals) expect(confidence).toBeLessThan(1);
    }
  });

  it('a name of two skills proposes both, none for certain', () => {
    const index = buildSkillIndex([skill(1, 'Modelling', ['posing']), skill(2, 'Posing')]);
    expect(index.byLabel('posing').map(({ label, confidence }) => [label, confidence])).toEqual([
      ['Posing', 0.7],
      ['Modelling', 0.7],
    ]);
  });
});

describe('type-ahead', () => {
  it('finds by the start of a label, of a word, of a synonym, in this order', () => {
    const index = buildSkillIndex([
      skill(1, 'Zeppelins', ['test flights']),
      skill(2, 'Unit testing'),
      skill(3, 'Test automation'),
      skill(4, 'Surveys', ['opinion tests']),
    ]);
    expect(index.search('tes', 9).map((hit) => [hit.skillKey, hit.matched, hit.kind])).toEqual([
      [3, 'Test automation', 'label'],
      [2, 'Unit testing', 'label'],
      [1, 'test flights', 'synonym'],
      [4, 'opinion tests', 'synonym'],
    ]);
  });

  it.each([
    ['py', 'Python'],
    ['js', 'JavaScript'],
    ['ml', 'Machine learning'],
    ['c', 'C'],
    ['c+', 'C++'],
    ['first a', 'First aid'],
    ['kuber', 'Kubernetes'],
    ['LEARN', 'Deep learning'],
  ])('%s finds %s first', (query, label) => {
    expect(found(query)[0]).toBe(label);
  });

  it.each([
    ['kuberntes', 'Kubernetes'],
    ['pyhton', 'Python'],
    ['javascrpit', 'JavaScript'],
    ['weldimg', 'Welding'],
    ['postgressql', 'PostgreSQL'],
  ])('the slip %s finds %s', (query, label) => {
    expect(found(query)).toContain(label);
  });

  it('does not stretch to two slips', () => {
    expect(found('docckr')).toEqual([]);
  });

  it('gives each skill once and no more than asked', () => {
    for (const query of ['c', 'data', 'mana', 's']) {
      const keys = starterResolver.search(query, 5).map((hit) => hit.skillKey);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.length).toBeLessThanOrEqual(5);
    }
    expect(starterResolver.search('  ', 5)).toEqual([]);
    expect(starterResolver.search('data', 0)).toEqual([]);
  });
});

describe('several schemes', () => {
  const ours = { ...skill(3, 'Python'), sameAs: ['https://data.europa.eu/esco/skill/PY/', esco(1)] };
  const theirs = { ...skill(7, 'Python (computer programming)', ['snake language']), uri: esco(1) };
  const other = { ...skill(9, 'Py', []), sameAs: [esco(1)] };

  it('joins the same skill under the lowest key, with all names', () => {
    const index = buildSkillIndex([other, theirs, ours, skill(1, 'Perl')]);
    for (const name of ['Python', 'Py', 'snake language', 'python (computer programming)']) {
      expect(index.byLabel(name)[0]).toMatchObject({ skillKey: 3, label: 'Python', confidence: 1 });
    }
    expect(index.byUri(esco(1))?.skillKey).toBe(3);
    expect([1, 3, 7, 9, 11].map(index.joinedKey)).toEqual([1, 3, 3, 3, null]);
    expect(index.search('py', 9)).toHaveLength(1);
  });

  it('law: the order of the skills does not matter', () => {
    const skills = [...listStarterSkills(), { ...theirs, skillKey: 700 }, { ...other, skillKey: 900 }];
    const queries = [
      'py',
      'data',
      'Python for data analysis',
      'kuberntes',
      'c',
      'health and safety training',
    ];
    const reference = buildSkillIndex(skills);
    const order = shuffledSubarray(skills, { minLength: skills.length });
    assert(
      property(order, constantFrom(...queries), (shuffled, query) => {
        const index = buildSkillIndex(shuffled);
        expect(index.search(query, 20)).toEqual(reference.search(query, 20));
        expect(index.byLabel(query)).toEqual(reference.byLabel(query));
      }),
      { numRuns: 30 },
    );
  });
});

function skill(skillKey: number, label: string, synonyms: string[] = []): IndexedSkill {
  return { skillKey, uri: `urn:assay:skill:s${skillKey}`, label, synonyms, sameAs: [] };
}

function esco(number: number): string {
  return `http://data.europa.eu/esco/skill/00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
