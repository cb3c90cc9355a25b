import '#tests/support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { tellAnswer, tellContest } from '#server/notifications/tell-contest.ts';
import { query } from '#tests/support/database.ts';
import {
  ask,
  type Employer,
  giveCredential,
  later,
  makeCandidate,
  makeEmployer,
  makeSkills,
  now,
  type Person,
  publishJob,
  refusal,
} from './world.ts';

let employer: Employer;
let person: Person;
let jobId: string;
let applicationId: string;

beforeEach(async () => {
  process.env.DEMO = '1';
  employer = await makeEmployer('Northfold');
  person = await makeCandidate('Ada');
  const skills = await makeSkills('Python', 'SQL');
  const asked = [ask(skills.Python, { must: true }), ask(skills.SQL, { must: true })];
  jobId = (await publishJob(employer, asked)).id;
  const credentialId = await giveCredential(person, 'Python badge', [{ skill: skills.Python }]);
  ({ applicationId } = await person.api.applications.submit({ jobId, credentialIds: [credentialId] }));
  const people = [{ candidateId: person.accountId, version: 1 }];
  const sentence = 'We need somebody who queries alone.';
  await employer.api.pipeline.decline({
    org: employer.org,
    jobId,
    people,
    reason: 'must-not-proven',
    sentence,
  });
});

const told = 24;
const mine = async (hours = told) => (await person.at(later(hours)).applications.mine())[0];
const contest = (hours = told, text?: string) =>
  person.at(later(hours)).contests.open({ applicationId, ...(text ? { text } : {}) });
const open = async () => employer.owner.at(later(told)).contests.list({ org: employer.org, jobId });
const answer = async (outcome: 'stands' | 'reopened', words = 'We read it again.') => {
  const [first] = await query<{ id: string }>('select id from contest where application_id = $1', [
    applicationId,
  ]);
  const input = { org: employer.org, jobId, candidateId: person.accountId, contestId: first?.id ?? '' };
  return employer.owner.at(later(told + 1)).contests.answer({ ...input, outcome, answer: words });
};

describe('the receipt of a decline', () => {
  it('is not there before the notice, then says why, what was met, and what would have changed it', async () => {
    expect(await mine(1)).toMatchObject({
      stage: 'applied',
      receipt: null,
      receiptNumber: null,
      wouldHave: null,
    });
    const application = await mine();
    expect(application?.receiptNumber).toMatch(/^R-20261123-[0-9A-F]{8}$/);
    expect(application?.receipt).toMatchObject({ reason: 'must-not-proven', totalTenths: 500 });
    expect(application?.receipt?.parts.map((part) => [part.label, part.status])).toEqual([
      ['Python', 'met'],
      ['SQL', 'unmet'],
    ]);
    expect(application?.wouldHave).toEqual({
      ...{ kind: 'proof', labels: ['SQL'], fromTenths: 500, toTenths: 1000, mustsMet: true },
    });
  });
});

describe('a contest', () => {
  it('waits for a person, is there once however often it is sent, and cannot come before the notice', async () => {
    expect(await refusal(contest(1))).toBe('conflict application.not_declined');
    await Promise.all([contest(told, 'I query alone every day.'), contest(told, 'Again')]);
    await contest(told, 'And again');
    expect(await open()).toHaveLength(1);
    expect((await open())[0]).toMatchObject({ name: 'Ada', reason: 'must-not-proven' });
    expect((await mine())?.contest).toMatchObject({ closedAt: null, outcome: null, answer: null });
    const entries = await query(
      `select 1 from audit_entry where action = 'application.contested' and subject = $1`,
      [`application:${applicationId}`],
    );
    expect(entries).toHaveLength(1);
  });

  it('is closed by a person with a reason, which the candidate reads; once', async () => {
    await contest();
    expect(await refusal(answer('stands', ' '))).not.toBe('allowed');
    await answer('stands');
    expect(await open()).toEqual([]);
    expect(await mine(told + 1)).toMatchObject({
      stage: 'declined',
      contest: { outcome: 'stands', answer: 'We read it again.', closedAt: later(told + 1) },
    });
    expect(await refusal(answer('reopened'))).toBe('conflict contest.answered');
    await contest(told + 2, 'Once more');
    expect(await open()).toEqual([]);
  });

  it('can take the application up again where it stood; a second decline has a receipt of its own', async () => {
    await contest();
    await answer('reopened');
    const application = await mine(told + 1);
    expect(application).toMatchObject({ stage: 'applied', receipt: null, contest: { outcome: 'reopened' } });
    const people = [{ candidateId: person.accountId, version: 3 }];
    await employer.owner
      .at(later(told + 2))
      .pipeline.decline({ org: employer.org, jobId, people, reason: 'terms-differ' });
    expect(await mine(told + 2)).toMatchObject({ stage: 'applied', contest: { outcome: 'reopened' } });
    expect(await mine(told + 48)).toMatchObject({
      stage: 'declined',
      contest: null,
      receipt: { reason: 'terms-differ' },
    });
    await contest(told + 48);
    expect(await open()).toHaveLength(1);
  });

  it('is no business of others: roles that do not decide, other jobs, other organisations', async () => {
    await contest();
    const auditor = await employer.addMember('auditor');
    expect(await refusal(auditor.api.contests.list({ org: employer.org, jobId }))).toBe(
      'forbidden organization.forbidden',
    );
    const otherJob = await publishJob(employer, [], 'Another job');
    expect(await employer.api.contests.list({ org: employer.org, jobId: otherJob.id })).toEqual([]);
    const [{ id: contestId = '' } = {}] = await open();
    const input = { org: employer.org, jobId: otherJob.id, candidateId: person.accountId, contestId };
    expect(await refusal(employer.api.contests.answer({ ...input, outcome: 'stands', answer: 'No' }))).toBe(
      'not-found contest.unknown',
    );
    const bob = await makeCandidate('Bob');
    expect(await refusal(bob.at(later(told)).contests.open({ applicationId }))).toBe(
      'not-found application.unknown',
    );
  });

  it('goes with a withdrawal', async () => {
    await contest();
    await person.at(later(told)).applications.withdraw({ applicationId });
    expect(await open()).toEqual([]);
    expect(await query('select 1 from contest where application_id = $1', [applicationId])).toEqual([]);
  });

  it('tells who decides, and the candidate of the answer', async () => {
    const interviewer = await employer.addMember('interviewer');
    await contest();
    await tellContest({ organizationId: employer.organizationId, jobId, applicationId }, later(told));
    const kinds = async (who: Person) =>
      (await who.api.notifications.list({ take: 50 })).items.map((item) => item.news.kind);
    expect(await kinds(employer.owner)).toContain('contest-opened');
    expect(await kinds(interviewer)).not.toContain('contest-opened');
    const [{ id: contestId = '' } = {}] = await open();
    await tellAnswer(person.accountId, contestId, now);
    expect(await kinds(person)).not.toContain('contest-stands');
    await answer('stands', 'The task asked for it.');
    await tellAnswer(person.accountId, contestId, later(told + 1));
    expect(await kinds(person)).toContain('contest-stands');
    const [mail] = await query<{ text: string }>('select text from outbox_mail where "to" = $1', [
      person.email,
    ]);
    expect(mail?.text).toContain('The task asked for it.');
  });
});
