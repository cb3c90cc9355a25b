import '#tests/support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
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
let org: string;
let jobId: string;
let skills: Record<'Python' | 'SQL', number>;

beforeEach(async () => {
  employer = await makeEmployer('Northfold');
  org = employer.org;
  skills = await makeSkills('Python', 'SQL');
  jobId = (await publishJob(employer, [ask(skills.Python, { must: true }), ask(skills.SQL)])).id;
});

async function applicant(name: string, ...proven: number[]): Promise<Person> {
  const person = await makeCandidate(name);
  const id = await giveCredential(
    person,
    `Badge of ${name}`,
    proven.map((skill) => ({ skill })),
  );
  await person.api.applications.submit({ jobId, credentialIds: [id] });
  return person;
}

const at = (hours = 0) => employer.owner.at(later(hours)).pipeline;
const person = (who: Person, version = 1) => ({ candidateId: who.accountId, version });
const move = (to: 'screen' | 'task' | 'offer' | 'hired', ...people: ReturnType<typeof person>[]) =>
  at().move({ org, jobId, to, people });
const stageSeenBy = async (who: Person, hours = 0) =>
  (await who.at(later(hours)).applications.mine())[0]?.stage;

async function columns(): Promise<Record<string, string[]>> {
  const board = await at().board({ org, jobId });
  const filled = board.columns.filter((column) => column.cards.length > 0);
  return Object.fromEntries(filled.map((column) => [column.stage, column.cards.map((card) => card.name)]));
}

describe('the board', () => {
  it('shows people by stage, best covered first, with counts', async () => {
    await applicant('One Skill', skills.Python);
    const best = await applicant('Both Skills', skills.Python, skills.SQL);
    const moved = await applicant('Moved On', skills.SQL);
    await move('task', person(moved));
    expect(await columns()).toEqual({ applied: ['Both Skills', 'One Skill'], task: ['Moved On'] });
    const { columns: shown } = await at().board({ org, jobId });
    expect(shown[0]?.cards[0]).toMatchObject({
      candidateId: best.accountId,
      rank: 1,
      late: false,
      version: 1,
    });
    expect(await at().counts({ org, jobIds: [jobId] })).toEqual([
      { jobId, applied: 3, open: 3, unanswered: 2 },
    ]);
  });

  it('counts who waits longer than the promised days', async () => {
    await applicant('Waits', skills.Python);
    const answered = await applicant('Answered', skills.Python);
    await move('screen', person(answered));
    const board = await at(24 * 11).board({ org, jobId });
    expect(board.late).toBe(1);
    expect(board.columns[0]?.cards.map((card) => card.late)).toEqual([true]);
  });
});

describe('moving', () => {
  it('shows to the candidate at once, with the time', async () => {
    const who = await applicant('Mover', skills.Python);
    const moved = await move('screen', person(who));
    expect(moved.people).toEqual([{ candidateId: who.accountId, version: 2, stage: 'screen' }]);
    const [mine] = await who.api.applications.mine();
    expect(mine).toMatchObject({ stage: 'screen', late: false, answerBy: null });
    expect(mine?.timeline.map((step) => step.stage)).toEqual(['applied', 'screen']);
  });

  it('takes several at once, or nobody', async () => {
    const people = [await applicant('A', skills.Python), await applicant('B', skills.SQL)];
    await move('screen', ...people.map((who) => person(who)));
    const [first, second] = people.map((who, i) => person(who, 2 - i));
    if (!first || !second) throw new Error('nobody');
    expect(await refusal(move('task', first, second))).toBe('conflict application.changed_meanwhile');
    expect(await columns()).toEqual({ screen: ['A', 'B'] });
  });

  it('does not overwrite a colleague; says who it was and where to', async () => {
    const who = await applicant('Contested', skills.Python);
    const colleague = await employer.addMember('recruiter');
    await colleague.api.pipeline.move({ org, jobId, to: 'task', people: [person(who)] });
    try {
      await move('screen', person(who));
      expect.unreachable();
    } catch (error) {
      const { cause } = error as { cause: { details: object } };
      expect(cause.details).toMatchObject({ stage: 'task', by: 'recruiter of Northfold' });
    }
  });

  it('refuses what makes no sense, and is in the audit log', async () => {
    const who = await applicant('Straight To Hired', skills.Python);
    expect(await refusal(move('hired', person(who)))).toBe('conflict application.move_refused');
    await move('offer', person(who));
    await move('hired', person(who, 2));
    const log = await query<{ action: string; to: string }>(
      `select action, details->>'to' as to from audit_entry where subject like 'application:%' and organization_id = $1
        order by at, id`,
      [employer.organizationId],
    );
    expect(log.map((entry) => entry.to ?? entry.action)).toEqual(['application.applied', 'offer', 'hired']);
  });

  it('is not for roles that only look', async () => {
    const who = await applicant('Looked At', skills.Python);
    const auditor = await employer.addMember('auditor');
    const people = [person(who)];
    expect(await refusal(auditor.api.pipeline.move({ org, jobId, to: 'task', people }))).toBe(
      'forbidden organization.forbidden',
    );
    const interviewer = await employer.addMember('interviewer');
    expect(await refusal(interviewer.api.pipeline.board({ org, jobId }))).toBe(
      'forbidden organization.forbidden',
    );
  });

  it('can be taken back, once', async () => {
    const people = [await applicant('A', skills.Python), await applicant('B', skills.SQL)];
    await move('task', ...people.map((who) => person(who)));
    const moved = people.map((who) => person(who, 2));
    const undone = await at(1).undo({ org, jobId, people: moved });
    expect(undone.people.map((each) => [each.stage, each.version])).toEqual([
      ['applied', 3],
      ['applied', 3],
    ]);
    expect(await columns()).toEqual({ applied: ['A', 'B'] });
    const back = people.map((who) => person(who, 3));
    expect(await refusal(at(1).undo({ org, jobId, people: back }))).toBe(
      'conflict application.nothing_to_undo',
    );
    const [mine] = (await people[0]?.api.applications.mine()) ?? [];
    expect(mine?.timeline.map((step) => step.stage)).toEqual(['applied']);
    expect(mine?.stageSince).toEqual(now);
  });
});

describe('declining', () => {
  const decline = (
    who: Person,
    reason: 'must-not-proven' | 'others-cover-more' | 'position-filled' | 'other',
    sentence?: string,
  ) => at().decline({ org, jobId, people: [person(who)], reason, ...(sentence ? { sentence } : {}) });

  it('refuses reasons that are not the case, and says which are', async () => {
    const who = await applicant('All Musts', skills.Python, skills.SQL);
    expect(await refusal(decline(who, 'must-not-proven'))).toBe('bad-input application.reason_untrue');
    expect(await refusal(decline(who, 'others-cover-more'))).toBe('bad-input application.reason_untrue');
    expect(await refusal(decline(who, 'position-filled'))).toBe('bad-input application.reason_untrue');
    const options = await at().declineOptions({ org, jobId, candidateIds: [who.accountId] });
    expect(options.reasons.filter((each) => each.isTrue).map((each) => each.reason)).toEqual([
      'terms-differ',
      'other',
    ]);
    expect(options).toMatchObject({ musts: { met: 1, asked: 1 }, above: 0, totalTenths: 1000 });
  });

  it('asks for words when the reason is another', async () => {
    const who = await applicant('Other Reason', skills.Python);
    await expect(decline(who, 'other')).rejects.toThrow();
    expect((await decline(who, 'other', 'We paused hiring.')).people[0]?.version).toBe(2);
  });

  it('is not all that leaves a receipt: a hire leaves one, until it is taken back', async () => {
    const who = await applicant('Hired', skills.Python);
    const seen = (version: number) => [{ candidateId: who.accountId, version }];
    await at().move({ org, jobId, to: 'offer', people: seen(1) });
    await at().move({ org, jobId, to: 'hired', people: seen(2) });
    const [hired] = await who.api.applications.mine();
    expect(hired).toMatchObject({
      ...{ stage: 'hired', receipt: null, receiptNumber: expect.stringMatching(/^R-/) },
      hireReceipt: {
        ...{ format: 1, at: now.toISOString(), above: 0, totalTenths: 500 },
        parts: [
          { label: 'Python', must: true, status: 'met', pointsTenths: 500, ofTenths: 500 },
          { label: 'SQL', must: false, status: 'unmet', pointsTenths: 0, ofTenths: 500, proof: null },
        ],
      },
    });
    const kept = await query('select 1 from stage_change where candidate_id = $1 and receipt is not null', [
      who.accountId,
    ]);
    expect(kept).toHaveLength(1);
    await at(1).undo({ org, jobId, people: seen(3) });
    const [back] = await who.at(later(1)).applications.mine();
    expect(back).toMatchObject({ stage: 'offer', hireReceipt: null, receiptNumber: null });
  });

  it('is told at 18:00 by the clocks of the house', async () => {
    const { org } = employer;
    const { name, website, answerDays, timeZone } = await employer.api.organizations.get({ org });
    const seen = { name, website, answerDays, timeZone };
    await employer.api.team.update({ org, ...seen, timeZone: 'Asia/Tokyo', seen });
    const who = await applicant('Tokyo', skills.Python);
    const asked = { org, jobId, candidateIds: [who.accountId] };
    const atSix = new Date('2026-11-24T09:00:00Z');
    expect((await employer.api.pipeline.declineOptions(asked)).noticeAt).toEqual(atSix);
    expect((await employer.api.pipeline.board({ org, jobId })).noticeAt).toEqual(atSix);
    expect((await decline(who, 'other', 'We paused hiring.')).noticeAt).toEqual(atSix);
  });

  it('is told at 18:00, not before, with a receipt of what was met', async () => {
    await applicant('Better', skills.Python, skills.SQL);
    const who = await applicant('Told Later', skills.Python);
    const { noticeAt } = await decline(who, 'others-cover-more', 'Strong, but others cover SQL.');
    expect(noticeAt).toEqual(new Date('2026-11-23T18:00:00Z'));
    expect(await stageSeenBy(who)).toBe('applied');
    const before = (await who.api.applications.mine())[0];
    expect([before?.receipt, before?.timeline.length]).toEqual([null, 1]);
    const [after] = await who.at(later(9)).applications.mine();
    expect(after?.stage).toBe('declined');
    expect(after?.receipt).toMatchObject({
      reason: 'others-cover-more',
      sentence: 'Strong, but others cover SQL.',
      above: 1,
      totalTenths: 500,
    });
    expect(after?.receipt?.parts.map((part) => [part.label, part.status, part.proof])).toEqual([
      ['Python', 'met', 'Badge of Told Later'],
      ['SQL', 'unmet', null],
    ]);
  });

  it('can be undone until it is told, and not after', async () => {
    const who = await applicant('Undone', skills.SQL);
    await decline(who, 'must-not-proven');
    const back = await at(8).undo({ org, jobId, people: [person(who, 2)] });
    expect(back.people[0]).toMatchObject({ stage: 'applied', version: 3 });
    expect(await stageSeenBy(who, 48)).toBe('applied');
    await at().decline({ org, jobId, people: [person(who, 3)], reason: 'must-not-proven' });
    expect(await refusal(at(9).undo({ org, jobId, people: [person(who, 4)] }))).toBe(
      'conflict application.notice_sent',
    );
  });

  it('keeps its receipt when the evidence changes later', async () => {
    const who = await applicant('Kept Receipt', skills.SQL);
    await decline(who, 'must-not-proven');
    const fresh = await giveCredential(who, 'Python after all', [{ skill: skills.Python }]);
    expect(fresh).toBeTruthy();
    const [mine] = await who.at(later(10)).applications.mine();
    expect(mine?.receipt?.parts.map((part) => part.status)).toEqual(['unmet', 'met']);
  });

  it('leaves the candidate free to withdraw', async () => {
    const who = await applicant('Withdraws Anyway', skills.SQL);
    await decline(who, 'must-not-proven');
    const [mine] = await who.api.applications.mine();
    await who.api.applications.withdraw({ applicationId: mine?.id ?? '' });
    expect(await stageSeenBy(who, 48)).toBe('withdrawn');
  });
});

describe('the log of a person', () => {
  it('names who moved them, and marks what was taken back', async () => {
    const who = await applicant('Logged', skills.Python);
    await move('screen', person(who));
    await at(1).undo({ org, jobId, people: [person(who, 2)] });
    const seen = await at(1).candidate({ org, jobId, candidateId: who.accountId });
    expect(seen.log.map(({ from, to, actor, undone }) => [from, to, actor, undone])).toEqual([
      [null, 'applied', null, false],
      ['applied', 'screen', 'Owner of Northfold', true],
    ]);
  });

  it('leads to the neighbours in the ranking', async () => {
    const first = await applicant('First', skills.Python, skills.SQL);
    const second = await applicant('Second', skills.Python);
    const third = await applicant('Third', skills.SQL);
    const seen = await at().candidate({ org, jobId, candidateId: second.accountId });
    expect(seen).toMatchObject({ previousId: first.accountId, nextId: third.accountId, rank: 2, ranked: 3 });
  });
});
