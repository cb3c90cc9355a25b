import '#tests/support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { sendDecline } from '#server/notifications/send-decline.ts';
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

// Mail lands in the outbox of the demo.
process.env.DEMO = '1';

let employer: Employer;
let org: string;
let jobId: string;
let skills: Record<'Python' | 'SQL', number>;

beforeEach(async () => {
  await query('truncate outbox_mail');
  employer = await makeEmployer('Tellers');
  org = employer.org;
  skills = await makeSkills('Python', 'SQL');
  jobId = (await publishJob(employer, [ask(skills.Python, { must: true }), ask(skills.SQL)], 'Analyst')).id;
});

async function applicant(name: string, ...proven: number[]): Promise<Person & { applicationId: string }> {
  const person = await makeCandidate(name);
  const id = await giveCredential(
    person,
    `Badge of ${name}`,
    proven.map((skill) => ({ skill })),
  );
  const { applicationId } = await person.api.applications.submit({ jobId, credentialIds: [id] });
  return { ...person, applicationId };
}

const at = (hours = 0) => employer.owner.at(later(hours)).pipeline;
const seen = (who: Person, version = 1) => ({ candidateId: who.accountId, version });
const mailsTo = (who: Person) =>
  query<{ subject: string; text: string; link: string }>(
    'select subject, text, link from outbox_mail where "to" = $1',
    [who.email],
  );
const tell = (who: { accountId: string; applicationId: string }, hours: number) =>
  sendDecline(who.accountId, who.applicationId, later(hours));
const queued = async (who: { applicationId: string }) =>
  (
    await query<{ run_at: Date }>('select run_at from graphile_worker.jobs where key = $1', [
      `applications.decline-due:${who.applicationId}`,
    ])
  ).map((job) => job.run_at);

describe('a decline', () => {
  it('waits in the queue for its hour, and is told by mail then, once', async () => {
    const who = await applicant('Told By Mail', skills.SQL);
    const done = await at().decline({
      ...{ org, jobId, people: [seen(who)], reason: 'must-not-proven' },
      sentence: 'Python is what the team writes.',
    });
    expect(await queued(who)).toEqual([done.noticeAt]);
    await tell(who, 8);
    expect(await mailsTo(who)).toEqual([]);
    await tell(who, 9);
    await tell(who, 10);
    const mails = await mailsTo(who);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe('Tellers declined your application: Analyst');
    expect(mails[0]?.text).toContain('A must-have of the job is not proven.');
    expect(mails[0]?.text).toContain('“Python is what the team writes.”');
    expect(new URL(mails[0]?.link ?? '').pathname).toBe('/applications');
  });

  it('that was taken back is never told; declined again it is told once', async () => {
    const who = await applicant('Taken Back', skills.SQL);
    const decline = (version: number, hours: number) =>
      at(hours).decline({ org, jobId, people: [seen(who, version)], reason: 'must-not-proven' });
    await decline(1, 0);
    await at(1).undo({ org, jobId, people: [seen(who, 2)] });
    await tell(who, 9);
    expect(await mailsTo(who)).toEqual([]);
    const again = await decline(3, 10);
    // The task of the first decline is the one that waits now: nobody is told twice.
    expect(await queued(who)).toEqual([again.noticeAt]);
    await tell(who, 10);
    expect(await mailsTo(who)).toEqual([]);
    await tell(who, 40);
    expect(await mailsTo(who)).toHaveLength(1);
  });

  it('is not told to somebody who withdrew before', async () => {
    const who = await applicant('Withdrew First', skills.SQL);
    await at().decline({ org, jobId, people: [seen(who)], reason: 'must-not-proven' });
    await who.at(later(1)).applications.withdraw({ applicationId: who.applicationId });
    await tell(who, 9);
    expect(await mailsTo(who)).toEqual([]);
  });

  it('that was told can be withdrawn from and applied for again', async () => {
    const who = await applicant('Comes Again', skills.SQL);
    await at().decline({ org, jobId, people: [seen(who)], reason: 'must-not-proven' });
    await tell(who, 9);
    await who.at(later(10)).applications.withdraw({ applicationId: who.applicationId });
    await who.at(later(11)).applications.submit({ jobId, credentialIds: [] });
    expect((await who.at(later(12)).applications.mine())[0]?.stage).toBe('applied');
  });
});

describe('one reason for several', () => {
  it('is offered when it is true of all, and says of how many it is', async () => {
    const [both, one, none] = [
      await applicant('Both', skills.Python, skills.SQL),
      await applicant('One', skills.SQL),
      await applicant('None'),
    ];
    const options = (...people: Person[]) =>
      at().declineOptions({ org, jobId, candidateIds: people.map((who) => who.accountId) });
    const must = (all: Awaited<ReturnType<typeof options>>) =>
      all.reasons.find((each) => each.reason === 'must-not-proven');
    expect(must(await options(one, none))).toMatchObject({ isTrue: true, trueOf: 2 });
    const mixed = await options(both, one, none);
    expect(must(mixed)).toMatchObject({ isTrue: false, trueOf: 2 });
    expect(mixed).toMatchObject({ people: 3, musts: null, above: null, totalTenths: null });
    const decline = (...people: Person[]) =>
      at().decline({
        ...{ org, jobId, reason: 'must-not-proven' },
        people: people.map((who) => seen(who)),
      });
    expect(await refusal(decline(both, one))).toBe('bad-input application.reason_untrue');
    const done = await decline(one, none);
    expect(done.people.map(({ stage, version }) => [stage, version])).toEqual([
      ['declined', 2],
      ['declined', 2],
    ]);
    const receipts = await query<{ parts: number }>(
      `select jsonb_array_length(receipt->'parts') as parts from stage_change where to_stage = 'declined'
        and candidate_id = any($1::uuid[])`,
      [[one.accountId, none.accountId]],
    );
    expect(receipts).toEqual([{ parts: 2 }, { parts: 2 }]);
    const back = await at(1).undo({ org, jobId, people: done.people });
    expect(back.people.every((each) => each.stage === 'applied')).toBe(true);
  });

  it('reaches nobody of another organisation', async () => {
    const who = await applicant('Not Theirs', skills.SQL);
    const stranger = await makeEmployer('Strangers');
    const theirs = await publishJob(stranger, [ask(skills.SQL)], 'Their job');
    const own = { org: stranger.org, jobId: theirs.id };
    const decline = (where: { org: string; jobId: string }) =>
      refusal(stranger.api.pipeline.decline({ ...where, people: [seen(who)], reason: 'terms-differ' }));
    expect(await decline(own)).toBe('not-found application.unknown');
    expect(await decline({ org: stranger.org, jobId })).toBe('not-found job.unknown');
    expect(await decline({ org, jobId })).toBe('not-found organization.unknown');
  });
});
