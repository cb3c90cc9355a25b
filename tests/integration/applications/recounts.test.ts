import '#tests/support/database.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countUncounted, recountApplications } from '#server/applications/recount-applications.ts';
import { applicationHandlers } from '#server/applications/worker.ts';
import { removeCredential } from '#server/credentials/index.ts';
import { replaceEvidence } from '#server/credentials/store/evidence.ts';
import { notificationHandlers } from '#server/notifications/worker.ts';
import { openPolicy, withIssuerRule } from '#server/organizations/core/trust-policy.ts';
import { drainQueue } from '#server/platform/queue-runner.ts';
import { candidateScope } from '#server/platform/scope.ts';
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
} from './world.ts';

process.env.DEMO = '1';

let skills: Record<'SQL' | 'Python', number>;
let house: Employer;
let jobId: string;
beforeAll(async () => {
  skills = await makeSkills('SQL', 'Python');
});
beforeEach(async () => {
  house = await makeEmployer('House');
  jobId = (await publishJob(house, [ask(skills.SQL, { must: true, weight: 3 }), ask(skills.Python)])).id;
});

/** Somebody who applied with one credential for each of the skills. */
async function apply(name: string, ...proven: number[]): Promise<Person & { badges: string[] }> {
  const person = await makeCandidate(name);
  const badges: string[] = [];
  for (const skill of proven) badges.push(await giveCredential(person, `Badge ${skill}`, [{ skill }]));
  await person.api.applications.submit({ jobId, credentialIds: badges });
  return { ...person, badges };
}

const revoked = (credentialId: string) => ({ credentialId, check: 'status', code: 'revoked' });
const recount = (person: Person, credentialId: string, at = later(1)) =>
  recountApplications(candidateScope(person.accountId), revoked(credentialId), at);
const changesOf = (person: Person, by = house) =>
  by.api.pipeline.coverageChanges({ org: by.org, jobId, candidateId: person.accountId });
const counts = (person: Person) =>
  query<{ version: number; cause: string }>(
    'select version, cause from coverage_change where candidate_id = $1 order by version',
    [person.accountId],
  );

describe('an application', () => {
  it('is counted when it is sent, and again when a badge is withdrawn, with the check that decided', async () => {
    const ada = await apply('Ada', skills.SQL, skills.Python);
    expect(await counts(ada)).toEqual([{ version: 1, cause: 'sent' }]);
    expect(await changesOf(ada)).toEqual([]);
    const [sql = ''] = ada.badges;
    await loseEvidence(ada, sql);
    await recount(ada, sql);
    const [change, ...more] = await changesOf(ada);
    expect(more).toEqual([]);
    expect(change).toMatchObject({
      ...{ version: 2, at: later(1), cause: 'evidence', check: 'status', code: 'revoked' },
      credential: { id: sql, title: `Badge ${skills.SQL}` },
      ...{ beforeTenths: 1_000, afterTenths: 250, mustsMet: false },
      parts: [
        {
          ...{ label: 'SQL', must: true },
          from: { status: 'met', pointsTenths: 750 },
          to: { status: 'unmet', pointsTenths: 0 },
        },
      ],
    });
  });

  it('is not counted twice by several at once, nor when nothing changed', async () => {
    const ada = await apply('Ada', skills.SQL);
    const [sql = ''] = ada.badges;
    await recount(ada, sql);
    await loseEvidence(ada, sql);
    await Promise.all([recount(ada, sql), recount(ada, sql), recount(ada, sql)]);
    expect((await counts(ada)).map(({ version }) => version)).toEqual([1, 2]);
  });

  it('counts again when the badge stands again, and what happened stays on record', async () => {
    const ada = await apply('Ada', skills.SQL);
    const [sql = ''] = ada.badges;
    const rows = await query<{ issuer_id: string }>(
      'select issuer_id from skill_evidence where credential_id = $1',
      [sql],
    );
    await loseEvidence(ada, sql);
    await recount(ada, sql);
    const { issuer_id: issuerId = null } = rows[0] ?? {};
    const row = { skillKey: skills.SQL, level: 3, tier: 3, issuerId, standing: 'stands' } as const;
    const dates = { checkedAt: now, validFrom: null, validUntil: null, ruleSet: 1 };
    expect(
      await replaceEvidence(candidateScope(ada.accountId), sql, [{ ...row, ...dates, origin: 'alignment' }]),
    ).toBe(true);
    await recountApplications(
      candidateScope(ada.accountId),
      { credentialId: sql, check: null, code: null },
      later(2),
    );
    expect(
      (await changesOf(ada)).map(({ version, afterTenths, code }) => [version, afterTenths, code]),
    ).toEqual([
      [3, 750, null],
      [2, 0, 'revoked'],
    ]);
  });

  it('that was sent before anybody counted gets its first version, once', async () => {
    const ada = await apply('Ada', skills.SQL);
    await query('delete from coverage_change');
    await countUncounted(now);
    await countUncounted(now);
    expect(await counts(ada)).toEqual([{ version: 1, cause: 'sent' }]);
  });

  it('says that the job was edited when that is why it counts otherwise', async () => {
    const ada = await apply('Ada', skills.SQL);
    const { version } = await house.api.jobs.get({ org: house.org, jobId });
    const requirements = [ask(skills.SQL), ask(skills.Python)];
    await house.api.jobs.update({ org: house.org, jobId, version, requirements });
    await recount(ada, ada.badges[0] ?? '');
    expect(await changesOf(ada)).toMatchObject([{ cause: 'job', beforeTenths: 750, afterTenths: 500 }]);
  });

  it('says which version of the policy counts it otherwise, and leaves other houses alone', async () => {
    const ada = await apply('Ada', skills.SQL, skills.Python);
    const other = await makeEmployer('Other');
    const theirs = (await publishJob(other, [ask(skills.SQL)])).id;
    await ada.api.applications.submit({ jobId: theirs, credentialIds: ada.badges });
    const { org } = house;
    const refuse = { effect: 'refuse', weight: 0, minTier: 0 } as const;
    const policy = withIssuerRule(openPolicy, 'did:web:guild.example', refuse);
    await house.api.policy.put({ org, policy, basedOn: 0, reason: 'Exam papers leaked' });
    await drainQueue([...applicationHandlers, ...notificationHandlers]);
    await drainQueue([...applicationHandlers, ...notificationHandlers]);
    const change = { cause: 'policy', credential: null, code: null, beforeTenths: 1_000, afterTenths: 0 };
    expect(await changesOf(ada)).toMatchObject([{ ...change, version: 2, policyVersion: 1 }]);
    const asked = { org: other.org, jobId: theirs, candidateId: ada.accountId };
    expect(await other.api.pipeline.coverageChanges(asked)).toEqual([]);
    const told = await house.api.notifications.list({});
    expect(told.items.map(({ news }) => news)).toEqual([
      { kind: 'ranks-changed', job: 'Data engineer', count: 1 },
    ]);
    await house.api.policy.restore({ org, basedOn: 1, version: 0 });
    await drainQueue(applicationHandlers);
    expect(await changesOf(ada)).toMatchObject([
      { cause: 'policy', policyVersion: 2, afterTenths: 1_000 },
      { policyVersion: 1, afterTenths: 0 },
    ]);
  });

  it('of a policy that is undone before anybody counts changes nothing', async () => {
    const ada = await apply('Ada', skills.SQL);
    const { org } = house;
    const refuse = { effect: 'refuse', weight: 0, minTier: 0 } as const;
    const policy = withIssuerRule(openPolicy, 'did:web:guild.example', refuse);
    await house.api.policy.put({ org, policy, basedOn: 0, reason: 'By mistake' });
    await house.api.policy.restore({ org, basedOn: 1, version: 0 });
    await drainQueue(applicationHandlers);
    expect(await changesOf(ada)).toEqual([]);
  });

  it('that is withdrawn leaves nothing of what it proved, and says 410', async () => {
    const ada = await apply('Ada', skills.SQL);
    const [application] = await ada.api.applications.mine();
    await ada.api.applications.withdraw({ applicationId: application?.id ?? '' });
    expect(await counts(ada)).toEqual([]);
    expect(await refusal(changesOf(ada))).toBe('gone application.withdrawn');
  });

  it('follows the removal of a badge by its holder', async () => {
    const ada = await apply('Ada', skills.SQL);
    const [sql = ''] = ada.badges;
    const key = `${ada.accountId}/${sql}`;
    await query('update credential set original_key = $1 where id = $2', [key, sql]);
    await removeCredential(candidateScope(ada.accountId), sql);
    await drainQueue(applicationHandlers);
    expect(await changesOf(ada)).toMatchObject([{ code: 'removed', check: null, afterTenths: 0 }]);
  });
});

describe('the people who decide', () => {
  it('are told once a job and day, counting on; auditors and other houses are not', async () => {
    const [ada, bob] = [await apply('Ada', skills.SQL), await apply('Bob', skills.SQL)];
    const other = await makeEmployer('Other');
    const auditor = await house.addMember('auditor');
    const told = async (person: Person) => {
      await drainQueue([...applicationHandlers, ...notificationHandlers]);
      return (await person.api.notifications.list({})).items.map(({ news, href }) => [news, href]);
    };
    const href = `/hire/${house.org}/jobs/${jobId}/ranked`;
    const news = (count: number) => [[{ kind: 'ranks-changed', job: 'Data engineer', count }, href]];
    await loseEvidence(ada, ada.badges[0] ?? '');
    await recount(ada, ada.badges[0] ?? '', new Date());
    expect(await told(house.owner)).toEqual(news(1));
    await loseEvidence(bob, bob.badges[0] ?? '');
    await recount(bob, bob.badges[0] ?? '', new Date());
    expect(await told(house.owner)).toEqual(news(2));
    expect(await told(auditor)).toEqual([]);
    expect(await told(other.owner)).toEqual([]);
  });
});

describe('a ranking', () => {
  const list = (hours = 0) =>
    house.owner.at(later(hours)).ranking.list({ org: house.org, jobId, filter: {} });

  it('says who moved since the visit before, and that there is a newer order while nobody reloads', async () => {
    const [ada, bob] = [await apply('Ada', skills.SQL, skills.Python), await apply('Bob', skills.SQL)];
    const before = await list();
    expect(before.moves).toEqual({ since: now, by: {} });
    const asked = { org: house.org, jobId };
    expect(await house.api.ranking.mark(asked)).toBe(before.mark);
    await loseEvidence(ada, ada.badges[0] ?? '');
    await recount(ada, ada.badges[0] ?? '');
    expect(await house.api.ranking.mark(asked)).not.toBe(before.mark);
    expect(await house.api.ranking.changes(asked)).toBe(2);
    expect(await house.api.ranking.changes(asked)).toBe(2);
    const next = await list(24);
    expect(next.moves).toEqual({ since: now, by: { [ada.accountId]: -1, [bob.accountId]: 1 } });
    expect(await house.api.ranking.changes(asked)).toBe(0);
    expect((await list(24.2)).moves.by).toEqual(next.moves.by);
    expect((await list(25)).moves.by).toEqual({});
  });

  it('remembers for each member apart', async () => {
    const ada = await apply('Ada', skills.SQL, skills.Python);
    await apply('Bob', skills.SQL);
    await list();
    await loseEvidence(ada, ada.badges[0] ?? '');
    await recount(ada, ada.badges[0] ?? '');
    const recruiter = await house.addMember('recruiter');
    const theirs = await recruiter.api.ranking.list({ org: house.org, jobId, filter: {} });
    expect(theirs.moves.by).toEqual({});
    expect(Object.keys((await list(1)).moves.by)).toHaveLength(2);
  });
});

describe('what hangs on a badge', () => {
  it('is said of open applications, and of a decline only once that is told', async () => {
    const ada = await apply('Ada', skills.SQL, skills.Python);
    const [sql = '', python = ''] = ada.badges;
    const stakes = async (hours: number) =>
      new Map(
        (await ada.at(later(hours)).applications.stakes()).map((each) => [each.credentialId, each.tenths]),
      );
    expect([...(await stakes(0))]).toEqual(
      expect.arrayContaining([
        [sql, 750],
        [python, 250],
      ]),
    );
    const candidateId = ada.accountId;
    const people = [{ candidateId, version: 1 }];
    await house.api.pipeline.decline({ org: house.org, jobId, people, reason: 'terms-differ' });
    expect((await stakes(1)).get(sql)).toBe(750);
    expect((await stakes(48)).size).toBe(0);
  });
});
