import '#tests/support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { query } from '#tests/support/database.ts';
import {
  ask,
  type Employer,
  giveCredential,
  later,
  loseEvidence,
  makeCandidate,
  makeEmployer,
  makeSkills,
  now,
  type Person,
  publishJob,
  refusal,
} from '../applications/world.ts';

type Keys = Record<'Python' | 'SQL' | 'Writing', number>;
let employer: Employer;
let skills: Keys;
let jobId: string;

beforeEach(async () => {
  employer = await makeEmployer('Brightwater');
  skills = await makeSkills('Python', 'SQL', 'Writing');
  const lines = [
    ask(skills.Python, { must: true, weight: 2, minLevel: 3 }),
    ask(skills.SQL, { weight: 1 }),
    ask(skills.Writing, { weight: 1 }),
  ];
  jobId = (await publishJob(employer, lines)).id;
});

async function applicant(
  name: string,
  proofs: Parameters<typeof giveCredential>[2],
  issuer?: string,
): Promise<Person> {
  const person = await makeCandidate(name);
  const credentialIds = [await giveCredential(person, `Badge of ${name}`, proofs, issuer)];
  await person.api.applications.submit({ jobId, credentialIds });
  return person;
}

const list = (input: object = {}) => employer.api.ranking.list({ org: employer.org, jobId, ...input });

async function namesBy(filter: object): Promise<string[]> {
  return (await list({ filter })).items.map((row) => row.name);
}

describe('the ranking of a job', () => {
  it('orders by queue, then proven points; equal coverage is equal rank and the next skips', async () => {
    await applicant('Half', [{ skill: skills.Python }]);
    await applicant('Half Too', [{ skill: skills.Python, level: 4 }]);
    await applicant('Full', [{ skill: skills.Python }, { skill: skills.SQL }, { skill: skills.Writing }]);
    await applicant('No Must', [{ skill: skills.SQL }, { skill: skills.Writing }]);
    await applicant('Nothing', []);
    const page = await list();
    expect(page.items.map((row) => [row.rank, row.queue])).toEqual([
      [1, 'first'],
      [2, 'first'],
      [2, 'first'],
      [4, 'second'],
      [5, 'second'],
    ]);
    expect(page.items[0]).toMatchObject({
      name: 'Full',
      bestTier: 3,
      issuers: [{ name: 'guild', recognised: false }],
      stage: 'applied',
    });
    expect(page.items.slice(3).map((row) => row.name)).toEqual(['No Must', 'Nothing']);
    expect(page).toMatchObject({ first: 3, second: 2, total: 5, nextCursor: null, offset: 0 });
  });

  it('adds its parts up to the total, and each point names the credential behind it', async () => {
    const person = await applicant('Partly', [
      { skill: skills.Python, level: 2 },
      { skill: skills.SQL, unknown: true },
    ]);
    const row = await employer.api.ranking.explain({
      org: employer.org,
      jobId,
      candidateId: person.accountId,
    });
    if (row.coverage.kind !== 'score') throw new Error('no score');
    const { parts, totalMicro, unknownMicro, missingMicro } = row.coverage;
    expect(parts.reduce((sum, part) => sum + part.pointsMicro, 0)).toBe(totalMicro);
    expect(totalMicro + unknownMicro + missingMicro).toBe(100_000_000);
    expect(parts.every((part) => part.pointsMicro === 0 || part.proof !== null)).toBe(true);
    expect(parts[0]?.proof).toMatchObject({
      title: 'Badge of Partly',
      issuerName: 'guild',
      candidateId: person.accountId,
    });
    expect(row).toMatchObject({ disclosed: 1, ranked: 1, rank: 1 });
    expect(row.ifKnown?.totalTenths).toBeGreaterThan(row.coverage.totalTenths);
  });

  it('falls when a proof is revoked, without anybody touching it', async () => {
    const first = await makeCandidate('First');
    const credentialIds = [
      await giveCredential(first, 'All', [{ skill: skills.Python }, { skill: skills.SQL }]),
    ];
    await first.api.applications.submit({ jobId, credentialIds });
    await applicant('Second', [{ skill: skills.Python }]);
    expect(await namesBy({})).toEqual(['First', 'Second']);
    await loseEvidence(first, credentialIds[0] ?? '');
    expect(await namesBy({})).toEqual(['Second', 'First']);
  });

  it('counts a proof until the moment it ends', async () => {
    const person = await applicant('Ending', [{ skill: skills.Python, until: later(1) }]);
    const at = async (time: Date) => {
      const { owner, org } = employer;
      const row = await owner.at(time).ranking.explain({ org, jobId, candidateId: person.accountId });
      return row.coverage.kind === 'score' ? row.coverage.totalTenths : null;
    };
    expect([await at(now), await at(later(1))]).toEqual([500, 0]);
  });

  it('reads evidence alone: name, headline, place and availability change nothing', async () => {
    const people: Person[] = [];
    for (let i = 0; i < 6; i++)
      people.push(
        await applicant(`Person ${i}`, i % 2 ? [{ skill: skills.Python }] : [{ skill: skills.SQL }]),
      );
    const shape = async () =>
      (await list()).items.map((row) => [row.candidateId, row.rank, row.queue, JSON.stringify(row.coverage)]);
    const before = await shape();
    for (const [i, person] of people.entries())
      await query(
        `update candidate set display_name = $2, headline = $2, place = $2, availability = $2 where id = $1`,
        [person.accountId, `Professor ${9 - i}, ${i} years`],
      );
    expect(await shape()).toEqual(before);
  });

  it('of a job that asks nothing is no score, for nobody 0 and for nobody 100', async () => {
    jobId = (await publishJob(employer, [])).id;
    await applicant('Anybody', [{ skill: skills.Python }]);
    expect((await list()).items).toMatchObject([{ rank: null, queue: null, coverage: { kind: 'no-score' } }]);
  });

  it('comes in pages of 50 that neither repeat nor lose anybody', async () => {
    for (let i = 0; i < 57; i++) await applicant(`Many ${i}`, i % 3 ? [{ skill: skills.SQL }] : []);
    const one = await list();
    expect(one.items).toHaveLength(50);
    const two = await list({ cursor: one.nextCursor });
    expect(two).toMatchObject({ offset: 50, nextCursor: null });
    expect(new Set([...one.items, ...two.items].map((row) => row.candidateId)).size).toBe(57);
    expect(await refusal(list({ cursor: 'f1' }))).toBe('bad-input ranking.cursor_malformed');
  });
});

describe('who is in the ranking', () => {
  it('is who applied, and who lets employers find them; nobody else', async () => {
    for (const visibility of ['private', 'link', 'recruiters', 'public']) {
      const person = await makeCandidate(`Seen ${visibility}`, visibility);
      await giveCredential(person, 'Python', [{ skill: skills.Python }]);
    }
    await applicant('Applied', [{ skill: skills.SQL }]);
    const page = await list();
    expect(page.items.map((row) => row.name).sort()).toEqual(['Applied', 'Seen public', 'Seen recruiters']);
    expect(page.items.map((row) => row.stage).sort()).toEqual(['applied', null, null]);
  });

  it('is nobody who blocked the organisation: not seen, not counted, not opened', async () => {
    const person = await makeCandidate('Blocks Them', 'public');
    await giveCredential(person, 'Python', [{ skill: skills.Python }], 'rare-issuer');
    const candidateId = person.accountId;
    const { org, api } = employer;
    expect((await list()).total).toBe(1);
    await person.api.profile.block({ slug: org });
    const page = await list();
    expect(page).toMatchObject({ items: [], total: 0, first: 0, second: 0, issuers: [] });
    expect(await refusal(api.ranking.explain({ org, jobId, candidateId }))).toBe(
      'not-found ranking.person_unknown',
    );
    expect(await refusal(api.pipeline.candidate({ org, jobId, candidateId }))).toBe(
      'not-found application.unknown',
    );
    const other = await makeEmployer('Not Blocked');
    const job = await publishJob(other, [ask(skills.Python)]);
    expect((await other.api.ranking.list({ org: other.org, jobId: job.id })).total).toBe(1);
  });

  it('is a found person by all they have proven, and an applicant by what they disclosed', async () => {
    const person = await makeCandidate('Both Ways', 'recruiters');
    const python = await giveCredential(person, 'Python', [{ skill: skills.Python }]);
    await giveCredential(person, 'SQL', [{ skill: skills.SQL }]);
    const points = async () => {
      const { coverage } = (await list()).items[0] ?? {};
      return coverage?.kind === 'score' ? coverage.totalTenths : null;
    };
    expect(await points()).toBe(750);
    await person.api.applications.submit({ jobId, credentialIds: [python] });
    expect(await points()).toBe(500);
  });
});

describe('filters', () => {
  beforeEach(async () => {
    await applicant('Expert', [{ skill: skills.Python, level: 4, tier: 4 }], 'northfold');
    await applicant(
      'Worker',
      [
        { skill: skills.Python, level: 2, tier: 2 },
        { skill: skills.SQL, tier: 5 },
      ],
      'quillon',
    );
    await applicant('Unknown', [{ skill: skills.Python, unknown: true }]);
  });

  it('by verified skill and level', async () => {
    expect(await namesBy({ skills: [{ skillKey: skills.Python, minLevel: null }] })).toEqual([
      'Expert',
      'Worker',
    ]);
    expect(await namesBy({ skills: [{ skillKey: skills.Python, minLevel: 3 }] })).toEqual(['Expert']);
    const both = [skills.Python, skills.SQL].map((skillKey) => ({ skillKey, minLevel: null }));
    expect(await namesBy({ skills: both })).toEqual(['Worker']);
  });

  it('by tier, issuer and stage', async () => {
    expect(await namesBy({ minTier: 5 })).toEqual(['Worker']);
    expect(await namesBy({ issuerIds: ['did:web:northfold.example'] })).toEqual(['Expert']);
    expect(await namesBy({ stages: ['screen'] })).toEqual([]);
    expect(await namesBy({ stages: ['none', 'applied'] })).toHaveLength(3);
  });

  it('hide people and never change a rank, and say what dropping one would bring', async () => {
    const page = await list({
      filter: { skills: [{ skillKey: skills.SQL, minLevel: null }], stages: ['applied'] },
    });
    expect(page.items).toMatchObject([{ name: 'Worker', rank: 2 }]);
    expect(page).toMatchObject({ first: 0, second: 1, total: 3, gains: { [`skill:${skills.SQL}`]: 2 } });
  });

  it('offer the issuers that there are, with how many people each', async () => {
    expect((await list()).issuers.map(({ name, people }) => [name, people])).toEqual([
      ['guild', 1],
      ['northfold', 1],
      ['quillon', 1],
    ]);
  });
});
