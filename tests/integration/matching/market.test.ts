import '#tests/support/database.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { installStarterScheme } from '#server/skills/index.ts';
import { query } from '#tests/support/database.ts';
import {
  ask,
  type Employer,
  giveCredential,
  makeCandidate,
  makeEmployer,
  makeSkills,
  publishJob,
  refusal,
} from '../applications/world.ts';

let employer: Employer;
let other: Employer;
let org: string;
let jobId: string;
let skills: Record<'Python' | 'SQL' | 'Rust', number>;

const line = (skillKey: number | number[], rest: object = {}) => ({
  skillKeys: [skillKey].flat(),
  ...{ must: false, weight: 1, minLevel: null, minTier: 0 },
  ...rest,
});
const measure = (lines: ReturnType<typeof line>[], at: string | null = jobId, degreeNeeded = false) =>
  employer.api.ranking.market({ org, jobId: at, degreeNeeded, lines });

beforeAll(async () => {
  await installStarterScheme();
  employer = await makeEmployer('Northfold');
  other = await makeEmployer('Southfold');
  org = employer.org;
  skills = await makeSkills('Python', 'SQL', 'Rust');
  jobId = (await publishJob(employer, [ask(skills.Python, { must: true }), ask(skills.SQL)])).id;
  const prove = async (name: string, visibility: string, level: 1 | 2 | 3 | 4, ...keys: number[]) => {
    const person = await makeCandidate(name, visibility);
    const issuer = keys.includes(skills.Rust) ? 'foundry' : `guild-${name.length % 2}`;
    const id = await giveCredential(
      person,
      'Badge',
      keys.map((skill) => ({ skill, level })),
      issuer,
    );
    return { person, id };
  };
  for (const name of ['A', 'BB', 'C', 'DD', 'E', 'FF'])
    await prove(`Found ${name}`, 'recruiters', 2, skills.Python);
  for (const name of ['G', 'HH', 'I']) await prove(`Both ${name}`, 'public', 3, skills.Python, skills.SQL);
  const applied = await prove('Applied', 'private', 4, skills.Python, skills.SQL);
  await applied.person.api.applications.submit({ jobId, credentialIds: [applied.id] });
  await prove('Hidden', 'private', 4, skills.Python, skills.SQL);
  const blocker = await prove('Blocks', 'recruiters', 4, skills.Python);
  await blocker.person.api.profile.block({ slug: org });
  for (const name of ['J', 'K', 'L', 'M', 'N']) await prove(`Rust ${name}`, 'recruiters', 4, skills.Rust);
}, 120_000);

describe('the market of a posting', () => {
  it('counts applicants by what they disclosed, and people who let employers find them; nobody else', async () => {
    const market = await measure([line(skills.Python, { must: true })]);
    expect(market.lines).toEqual([10]);
    expect(await measure([line(skills.Python, { must: true })], null)).toMatchObject({ lines: [9] });
  });

  it('narrows over the must-haves, takes any alternative, and hides numbers of one to four', async () => {
    const market = await measure([
      line([skills.Python, skills.Rust], { must: true, weight: 3 }),
      line(skills.SQL, { must: true }),
    ]);
    expect(market.lines).toEqual([15, null]);
    expect(market.funnel).toEqual([
      { line: 0, people: 15 },
      { line: 1, people: null },
    ]);
    expect(market.musts).toBeNull();
  });

  it('counts by the rule of the ranking: level and evidence asked', async () => {
    const market = await measure([line(skills.Python, { minLevel: 3 }), line(skills.Python, { minTier: 4 })]);
    expect(market.lines).toEqual([null, 0]);
  });

  it('warns with a mend that helps', async () => {
    const { warnings } = await measure(
      [line(skills.Python, { minLevel: 2, minTier: 5 }), line(skills.Rust, { must: true })],
      jobId,
      true,
    );
    expect(warnings).toEqual([
      { code: 'nobody', line: 0, share: null, mend: { kind: 'tier', line: 0, minTier: 3, gains: 10 } },
      { code: 'one-issuer', line: 1, share: null, mend: { kind: 'nice', line: 1 } },
      { code: 'degree', line: null, share: null, mend: { kind: 'degree' } },
    ]);
  });

  it('is the posting of the employer alone', async () => {
    const theirs = { org: other.org, jobId, degreeNeeded: false, lines: [] };
    expect(await refusal(other.api.ranking.market(theirs))).toBe('not-found job.unknown');
  });

  it('is there before anything is typed', async () => {
    const { lines, market } = await employer.api.ranking.sampleMarket({ org });
    expect(lines.map((each) => each.label)).toEqual(['SQL', 'Python', 'Data visualisation']);
    expect(market.lines).toHaveLength(3);
  });
});

describe('what publishing would change', () => {
  it('says who would move, between which ranks, and by which requirement; and stores nothing', async () => {
    const job = await publishJob(employer, [ask(skills.Python), ask(skills.SQL)], 'Two skills');
    const apply = async (name: string, ...keys: number[]) => {
      const person = await makeCandidate(name);
      const id = await giveCredential(
        person,
        'Badge',
        keys.map((skill) => ({ skill })),
      );
      await person.api.applications.submit({ jobId: job.id, credentialIds: [id] });
    };
    await apply('Pythonist', skills.Python);
    await apply('Querist', skills.SQL);
    const rest = { must: false, minLevel: null, minTier: 0, shortLabel: null };
    const lines = [
      { skillKeys: [skills.Python], weight: 1, ...rest },
      { skillKeys: [skills.SQL], weight: 9, ...rest, must: true },
    ];
    const preview = await employer.api.ranking.previewPosting({ org, jobId: job.id, lines });
    expect(preview).toMatchObject({ applicants: 2, up: 0, down: 1, leaveFirst: 1, joinFirst: 0 });
    expect(preview.moves).toMatchObject([
      { name: 'Pythonist', from: 1, to: 2, toQueue: 'second', fromTenths: 500, toTenths: 100 },
    ]);
    expect((await employer.api.jobs.get({ org, jobId: job.id })).version).toBe(job.version);
    expect(await refusal(other.api.ranking.previewPosting({ org: other.org, jobId: job.id, lines }))).toBe(
      'not-found job.unknown',
    );
    const unknown = [{ skillKeys: [2_000_000], weight: 1, ...rest }];
    expect(await refusal(employer.api.ranking.previewPosting({ org, jobId: job.id, lines: unknown }))).toBe(
      'bad-input job.skill_unknown',
    );
  });
});

describe('the skill picker', () => {
  const find = (q: string, who = employer) => who.api.skills.find({ org: who.org, q });

  it('finds one skill by abbreviation, name and the URI of another scheme', async () => {
    const [same] = await query<{ uri: string; key: number }>(
      `select f.id as uri, t.key from skill_relation r join skill f on f.key = r.from_key
         join skill t on t.key = r.to_key where r.kind = 'exactMatch' and f.scheme_id = 'esco'
          and t.id = 'urn:assay:skill:javascript'`,
    );
    const found = await Promise.all(['JS', 'Javascript', same?.uri ?? ''].map((q) => find(q)));
    expect(found.map(([first]) => first?.skillKey)).toEqual([same?.key, same?.key, same?.key]);
    expect(found[0]?.[0]).toMatchObject({ kind: 'synonym', matched: 'js', own: false, people: 0 });
    expect(found[2]).toHaveLength(1);
    expect(found[0]?.[0]?.joins).toContain('ESCO');
  });

  it('makes a skill of the organisation, once, that no other organisation is shown', async () => {
    const made = await employer.api.skills.makeOwn({ org, label: 'Northfold way of counting' });
    expect(made.own).toBe(true);
    expect(await employer.api.skills.makeOwn({ org, label: 'NORTHFOLD way of  counting' })).toMatchObject({
      skillKey: made.skillKey,
    });
    expect(await find('way of count')).toMatchObject([{ skillKey: made.skillKey, own: true, people: 0 }]);
    expect(await find('way of count', other)).toEqual([]);
    expect((await employer.api.skills.search({ q: 'Northfold way' })).length).toBe(0);
  });

  it('gives the shared skill instead of making its name anew', async () => {
    const made = await employer.api.skills.makeOwn({ org, label: 'js' });
    expect(made).toMatchObject({ own: false });
    const [shared] = await find('js');
    expect(made.skillKey).toBe(shared?.skillKey);
  });
});

describe('two editors of one draft', () => {
  it('do not write over each other, and the order of the lines is kept as it was written', async () => {
    const draft = await employer.api.jobs.create({ org, title: 'Shared draft' });
    const first = { org, jobId: draft.id, version: draft.version };
    const written = [ask(skills.SQL), ask(skills.Python, { must: true, weight: 9 })];
    const saved = await employer.api.jobs.update({ ...first, requirements: written });
    const labelOf = new Map(saved.requirements.map((each) => [each.id, each.label]));
    expect(saved.lineOrder.map((id) => labelOf.get(id))).toEqual(['SQL', 'Python']);
    expect(saved.requirements.map((each) => each.label)).toEqual(['Python', 'SQL']);
    const colleague = await employer.addMember('recruiter');
    expect(await refusal(colleague.api.jobs.update({ ...first, title: 'Mine' }))).toBe(
      'conflict job.changed_meanwhile',
    );
    expect((await employer.api.jobs.get({ org, jobId: draft.id })).title).toBe('Shared draft');
  });
});
