import '#tests/support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { openPolicy, type TrustPolicy, withIssuerRule } from '#server/organizations/core/trust-policy.ts';
import { query } from '#tests/support/database.ts';
import {
  ask,
  type Employer,
  giveCredential,
  later,
  makeCandidate,
  makeEmployer,
  makeSkills,
  type Person,
  publishJob,
  refusal,
} from '../applications/world.ts';

type Keys = Record<'Python' | 'SQL', number>;
let employer: Employer;
let skills: Keys;
let jobId: string;

const quillon = 'did:web:quillon.example';
const refuse = { effect: 'refuse', weight: 0, minTier: 0 } as const;
const weigh = (weight: number) => ({ effect: 'accept', weight, minTier: 0 }) as const;

beforeEach(async () => {
  employer = await makeEmployer('Fernhollow');
  skills = await makeSkills('Python', 'SQL');
  const lines = [ask(skills.Python, { must: true, weight: 3, minLevel: 3 }), ask(skills.SQL, { weight: 1 })];
  jobId = (await publishJob(employer, lines)).id;
});

async function applicant(name: string, skill: keyof Keys, issuer: string, unknown = false): Promise<Person> {
  const person = await makeCandidate(name);
  const id = await giveCredential(person, `Badge of ${name}`, [{ skill: skills[skill], unknown }], issuer);
  await person.api.applications.submit({ jobId, credentialIds: [id] });
  return person;
}

/** Makes copies of a person with their credentials and evidence, in the database: by the doors it would take minutes. */
async function copyPerson(id: string, copies: number): Promise<void> {
  const copy = (table: string, change: string, from: string) =>
    `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(o) || ${change})).* from ${table} o, ${from}`;
  await query(
    `${copy('candidate', `jsonb_build_object('id', gen_random_uuid(), 'display_name', 'Copy of ' || $1)`, 'generate_series(1, $2::int)')} where o.id = $1::uuid`,
    [id, copies],
  );
  for (const table of ['credential', 'skill_evidence'])
    await query(
      `${copy(table, `jsonb_build_object('candidate_id', c.id)`, 'candidate c')}
        where o.candidate_id = $1::uuid and c.display_name = 'Copy of ' || $1`,
      [id],
    );
}

const org = () => ({ org: employer.org });
const ranking = () => employer.api.ranking.list({ ...org(), jobId });
const places = async () => (await ranking()).items.map((row) => [row.name, row.rank, row.queue]);
/** What a ranking says, but for the number of the policy that it is counted by. */
const bytes = async () => JSON.stringify({ ...(await ranking()), policyVersion: null });
const apply = (policy: TrustPolicy, basedOn: number, reason = '') =>
  employer.api.policy.put({ ...org(), policy, basedOn, reason });

describe('the rail', () => {
  it('counts what is published, and says which version of the policy is in force, as a list does', async () => {
    await employer.api.jobs.create({ ...org(), title: 'Only a draft' });
    expect(await employer.api.organizations.rail(org())).toEqual({ jobs: 1, policyVersion: 0 });
    expect((await ranking()).policyVersion).toBe(0);
    await apply(withIssuerRule(openPolicy, quillon, refuse), 0);
    expect(await employer.api.organizations.rail(org())).toEqual({ jobs: 1, policyVersion: 1 });
    expect((await ranking()).policyVersion).toBe(1);
  });
});

describe('a trust policy', () => {
  it('is none at first: version 0, everything verified counts', async () => {
    expect(await employer.api.policy.get(org())).toMatchObject({
      version: 0,
      policy: openPolicy,
      author: null,
    });
    expect(await employer.api.policy.history(org())).toEqual({ items: [], nextCursor: null });
  });

  it('refuses an issuer in list, explanation, board and candidate page, and says so', async () => {
    const person = await applicant('By Quillon', 'Python', 'quillon');
    await applicant('By Northfold', 'SQL', 'northfold');
    await apply(withIssuerRule(openPolicy, quillon, refuse), 0, 'Exam papers leaked');
    expect(await places()).toEqual([
      ['By Northfold', 1, 'second'],
      ['By Quillon', 2, 'second'],
    ]);
    const input = { ...org(), jobId, candidateId: person.accountId };
    const [explained, page, board] = await Promise.all([
      employer.api.ranking.explain(input),
      employer.api.pipeline.candidate(input),
      employer.api.pipeline.board({ ...org(), jobId }),
    ]);
    const card = board.columns.flatMap((column) => column.cards).find((each) => each.name === 'By Quillon');
    for (const coverage of [explained.coverage, page.coverage]) {
      if (coverage?.kind !== 'score') throw new Error('no score');
      expect(coverage.totalMicro).toBe(0);
      expect(coverage.parts[0]).toMatchObject({
        pieces: [{ code: 'policy-refused', params: { rule: 'issuer' } }, { code: 'must-not-met' }],
        proof: { issuerId: quillon, title: 'Badge of By Quillon' },
      });
    }
    expect(card?.coverage).toMatchObject({
      totalMicro: 0,
      parts: [{ status: 'unmet' }, { status: 'unmet' }],
    });
  });

  it('leaves the verdict alone, and counts the candidate’s own coverage for that job by the same rule', async () => {
    const person = await applicant('By Quillon', 'Python', 'quillon');
    const other = await makeEmployer('Elsewhere');
    const otherJob = (await publishJob(other, [ask(skills.Python)])).id;
    await apply(withIssuerRule(openPolicy, quillon, weigh(80)), 0);
    const own = await person.api.applications.coverage({ jobId });
    const seen = await employer.api.ranking.explain({ ...org(), jobId, candidateId: person.accountId });
    expect(own).toEqual(seen.coverage);
    expect(own).toMatchObject({ totalMicro: 60_000_000, mustsMet: false });
    expect(await person.api.applications.coverage({ jobId: otherJob })).toMatchObject({
      totalMicro: 100_000_000,
    });
    const preview = await person.api.applications.preview({ jobId });
    expect(preview.coverage).toEqual(own);
    expect((await person.api.credentials.wallet()).counting).toMatchObject([{ verdict: 'valid' }]);
  });

  it('lets what fell silent count for some days', async () => {
    await applicant('Silent', 'Python', 'halcyon', true);
    await query(`update credential set last_good_at = $1 where verdict = 'unknown'`, [later(-72)]);
    const points = async (days: number, basedOn: number) => {
      await apply({ ...openPolicy, silent: { days, weight: 50 } }, basedOn);
      const { coverage } = (await ranking()).items[0] ?? {};
      return coverage?.kind === 'score' ? [coverage.totalTenths, coverage.unknownTenths] : null;
    };
    expect([await points(2, 0), await points(7, 1)]).toEqual([
      [0, 750],
      [375, 375],
    ]);
  });

  it('goes by registry and by recognition', async () => {
    await applicant('Listed', 'Python', 'listed');
    await applicant('Nobody Knows', 'Python', 'stranger');
    await query(
      `insert into issuer_registry (name, type, position, source, next_look_at) values ('Alder', 'own', 1, '{}', now())
       on conflict do nothing`,
    );
    await query(
      `insert into issuer_registry_entry (registry_name, issuer_id, standing, confirmed_at)
       values ('Alder', 'did:web:listed.example', 'listed', now()) on conflict do nothing`,
    );
    await query(
      `update issuer set registry_name = 'Listed', registry = 'Alder' where id = 'did:web:listed.example'`,
    );
    await apply({ ...openPolicy, unrecognised: refuse }, 0);
    expect(await places()).toEqual([
      ['Listed', 1, 'first'],
      ['Nobody Knows', 2, 'second'],
    ]);
    await apply({ ...openPolicy, recognised: refuse, unrecognised: refuse }, 1);
    expect((await places()).map(([, rank]) => rank)).toEqual([1, 1]);
    await apply(
      {
        ...openPolicy,
        recognised: refuse,
        unrecognised: refuse,
        registries: [{ name: 'Alder', ...weigh(100) }],
      },
      2,
    );
    expect((await places())[0]).toEqual(['Listed', 1, 'first']);
  });
});

describe('a dry run', () => {
  it('names who moves and why, saves nothing, and is the ranking that comes after applying', async () => {
    await applicant('By Quillon', 'Python', 'quillon');
    await applicant('By Northfold', 'Python', 'northfold');
    await applicant('Only SQL', 'SQL', 'northfold');
    const before = await bytes();
    const policy = withIssuerRule(openPolicy, quillon, refuse);
    const tried = await employer.api.policy.dryRun({ ...org(), policy });
    expect(await bytes()).toBe(before);
    expect(tried).toMatchObject({
      version: 0,
      jobs: 1,
      people: 3,
      lose: 1,
      leaveFirst: 1,
      gain: 0,
      moreJobs: false,
    });
    expect(tried.changes[0]).toMatchObject({
      name: 'By Quillon',
      before: { rank: 1, queue: 'first', tenths: 750 },
      after: { rank: 3, queue: 'second', tenths: 0 },
      why: [{ label: 'Python', fromTenths: 750, toTenths: 0, reason: 'policy-refused', issuer: 'quillon' }],
    });
    expect(tried.changes.map((change) => change.name)).toEqual(['By Quillon', 'Only SQL']);
    expect(tried.changes[1]?.why).toEqual([]);
    await apply(policy, 0);
    const after = (await ranking()).items;
    for (const { candidateId, after: said } of tried.changes) {
      const row = after.find((each) => each.candidateId === candidateId);
      const tenths = row?.coverage.kind === 'score' ? row.coverage.totalTenths : null;
      expect({ rank: row?.rank, queue: row?.queue, tenths }).toEqual(said);
    }
  });

  it('looks at open jobs of this organisation only, and tells 50 changes at most', async () => {
    const policy = { ...openPolicy, unrecognised: refuse };
    const person = await makeCandidate('Original', 'public');
    await giveCredential(person, 'SQL', [{ skill: skills.SQL }], 'quillon');
    await copyPerson(person.accountId, 51);
    const other = await makeEmployer('Elsewhere');
    const tried = await employer.api.policy.dryRun({ ...org(), policy });
    expect(tried.changes).toHaveLength(50);
    expect(tried).toMatchObject({ total: 52, lose: 52 });
    expect(await other.api.policy.dryRun({ org: other.org, policy })).toMatchObject({
      jobs: 0,
      people: 0,
      total: 0,
    });
  });
});

describe('versions', () => {
  const refused = withIssuerRule(openPolicy, quillon, refuse);

  it('undo is a new version that gives the same bytes as before, and both steps are in the log', async () => {
    await applicant('By Quillon', 'Python', 'quillon');
    await applicant('By Northfold', 'SQL', 'northfold');
    const before = await bytes();
    await apply(refused, 0, 'Exam papers leaked');
    expect(await bytes()).not.toBe(before);
    const undone = await employer.api.policy.restore({ ...org(), basedOn: 1, version: 0 });
    expect(undone).toMatchObject({
      version: 2,
      restores: 0,
      policy: openPolicy,
      author: 'Owner of Fernhollow',
    });
    expect(await bytes()).toBe(before);
    const { items } = await employer.api.policy.history(org());
    expect(items.map((item) => [item.version, item.reason, item.restores])).toEqual([
      [2, '', 0],
      [1, 'Exam papers leaked', null],
    ]);
    const logged = await query<{ action: string; subject: string }>(
      `select action, subject from audit_entry where organization_id = $1 and action like 'policy.%' order by at, id`,
      [employer.organizationId],
    );
    expect(logged).toEqual([
      { action: 'policy.applied', subject: 'policy:v1' },
      { action: 'policy.restored', subject: 'policy:v2' },
    ]);
  });

  it('of two who start from the same version one is refused, also at the same moment', async () => {
    const both = await Promise.allSettled([
      apply(refused, 0),
      apply({ ...openPolicy, recognised: refuse }, 0),
    ]);
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusal(apply(refused, 0))).toBe('conflict policy.changed_meanwhile');
    expect(await refusal(employer.api.policy.restore({ ...org(), basedOn: 0, version: 0 }))).toBe(
      'conflict policy.changed_meanwhile',
    );
    expect((await employer.api.policy.history(org())).items).toHaveLength(1);
  });

  it('are not made by saying the same again, and never change', async () => {
    await apply(refused, 0);
    expect(await refusal(apply(refused, 1))).toBe('conflict policy.unchanged');
    const own = [employer.organizationId];
    await expect(
      query('update trust_policy set reason = $$x$$ where organization_id = $1', own),
    ).rejects.toThrow('does not change');
    await expect(query('delete from trust_policy where organization_id = $1', own)).rejects.toThrow(
      'does not change',
    );
  });

  it('come in pages', async () => {
    for (let version = 0; version < 21; version += 1)
      await apply(withIssuerRule(openPolicy, quillon, weigh(version)), version);
    const first = await employer.api.policy.history(org());
    expect(first.items).toHaveLength(20);
    const rest = await employer.api.policy.history({ ...org(), cursor: first.nextCursor });
    expect(rest).toMatchObject({ items: [{ version: 1 }], nextCursor: null });
    expect(await refusal(employer.api.policy.version({ ...org(), version: 22 }))).toBe(
      'not-found policy.unknown',
    );
  });
});

describe('who may', () => {
  it('change it: owner and recruiter; try it: who sees candidates; read it: every member', async () => {
    const policy = withIssuerRule(openPolicy, quillon, refuse);
    const outcome: Record<string, string[]> = {};
    for (const role of ['recruiter', 'hiring-manager', 'interviewer', 'auditor']) {
      const { api } = await employer.addMember(role);
      outcome[role] = [
        await refusal(api.policy.get(org())),
        await refusal(api.policy.dryRun({ ...org(), policy })),
        await refusal(api.policy.put({ ...org(), policy, basedOn: 0 })),
      ];
    }
    const no = 'forbidden organization.forbidden';
    expect(outcome).toEqual({
      recruiter: ['allowed', 'allowed', 'allowed'],
      'hiring-manager': ['allowed', 'allowed', no],
      interviewer: ['allowed', no, no],
      auditor: ['allowed', 'allowed', no],
    });
  });
});

describe('issuers met', () => {
  it('are those of what was disclosed with applications here, searchable as typed, never others', async () => {
    const person = await applicant('By Quillon', 'Python', 'quillon');
    await giveCredential(person, 'Kept back', [{ skill: skills.SQL }], 'hidden');
    await applicant('By Northfold', 'SQL', 'northfold');
    const all = await employer.api.policy.metIssuers(org());
    expect(all.items.map(({ name, people, recognised }) => [name, people, recognised])).toEqual([
      ['northfold', 1, false],
      ['quillon', 1, false],
    ]);
    const names = async (q: string) =>
      (await employer.api.policy.metIssuers({ ...org(), q })).items.map((item) => item.name);
    expect([await names('QUILL'), await names('%'), await names('_')]).toEqual([['quillon'], [], []]);
    const other = await makeEmployer('Elsewhere');
    expect((await other.api.policy.metIssuers({ org: other.org })).items).toEqual([]);
    expect(await refusal(employer.api.policy.metIssuers({ ...org(), cursor: 'x' }))).toBe(
      'bad-input issuer.cursor_malformed',
    );
  });
});
