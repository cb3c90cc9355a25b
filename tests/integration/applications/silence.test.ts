import '#tests/support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { closeIdleJobs } from '#server/applications/close-idle-jobs.ts';
import { tellFallsSilent, tellSilentJob } from '#server/notifications/tell-silence.ts';
import { query } from '#tests/support/database.ts';
import { asNobody } from '#tests/support/people.ts';
import { type Employer, later, makeCandidate, makeEmployer, now, type Person, publishJob } from './world.ts';

let employer: Employer;
let jobId: string;
const days = (count: number) => later(count * 24);

beforeEach(async () => {
  process.env.DEMO = '1';
  employer = await makeEmployer('Northfold');
  jobId = await publish('Data engineer');
});

async function publish(title: string): Promise<string> {
  const { id } = await publishJob(employer, [], title);
  // The editor's clock is the machine's; these tests have their own.
  await query('update job set updated_at = $2 where id = $1', [id, now]);
  return id;
}

async function apply(name: string, day = 0, to = jobId): Promise<Person> {
  const person = await makeCandidate(name);
  await person.at(days(day)).applications.submit({ jobId: to, credentialIds: [] });
  return person;
}

const seat = (person: Person, version = 1) => ({
  ...{ org: employer.org, jobId },
  people: [{ candidateId: person.accountId, version }],
});
const move = (person: Person, day: number, to: 'applied' | 'screen' | 'task' = 'screen', version = 1) =>
  employer.owner.at(days(day)).pipeline.move({ ...seat(person, version), to });
const tasks = (name: string) =>
  query<{ payload: Record<string, string> }>(
    `select payload from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1
        and payload::text like $2`,
    [name, `%${jobId}%`],
  );
const job = async (id = jobId) =>
  (
    await query<{ status: string; valid_through: Date | null; silent_since: Date | null }>(
      'select status, valid_through, silent_since from job where id = $1',
      [id],
    )
  )[0];

describe('how fast an organisation answers', { timeout: 120_000 }, () => {
  const measured = async (day: number) =>
    (await asNobody(days(day)).applications.answerTimes({ employers: [employer.org] }))[0]?.days ?? null;

  it('is the median over first answers, and nothing under five of them', async () => {
    // Counted by hand: answered after 1, 2, 4, 7 days; then 20.
    const answers = [1, 2, 4, 7];
    for (const [index, day] of answers.entries()) await move(await apply(`Person ${index}`), day);
    expect(await measured(30)).toBeNull();
    await move(await apply('Last'), 20);
    expect(await measured(31)).toBe(4);
  });

  it('counts the first answer only, a decline when it is told, and nothing that was taken back', async () => {
    for (const [index, day] of [2, 2, 2].entries()) await move(await apply(`Quick ${index}`), day);
    const twice = await apply('Twice');
    await move(twice, 6);
    await move(twice, 29, 'task', 2);
    // Declined on day 6 at 09:00, told at 18:00.
    const declined = await apply('Declined');
    await employer.owner.at(days(6)).pipeline.decline({ ...seat(declined), reason: 'terms-differ' });
    const undone = await apply('Undone');
    await move(undone, 1);
    await employer.owner.at(days(1)).pipeline.undo(seat(undone, 2));
    await apply('Waiting');
    const withdrawn = await apply('Withdrawn');
    const [own] = await withdrawn.api.applications.mine();
    await withdrawn.at(days(1)).applications.withdraw({ applicationId: own?.id ?? '' });
    expect(await measured(30)).toBe(2);
    const rows = await query<{ at: Date }>(
      'select notice_at as at from application where stage = $1 and job_id = $2',
      ['declined', jobId],
    );
    expect(rows[0]?.at).toEqual(later(6 * 24 + 9));
  });

  it('forgets answers that are older than 180 days', async () => {
    for (let index = 0; index < 5; index++) await move(await apply(`Person ${index}`), 3);
    expect(await measured(182)).toBe(3);
    expect(await measured(184)).toBeNull();
  });
});

describe('a job in which nothing happens', { timeout: 120_000 }, () => {
  it('is warned of after 23 days and closes itself after 30; who waited is told', async () => {
    const waiting = await apply('Waiting');
    const gone = await apply('Gone');
    const [own] = await gone.api.applications.mine();
    await gone.api.applications.withdraw({ applicationId: own?.id ?? '' });
    await closeIdleJobs(days(22));
    expect(await tasks('applications.job-falls-silent')).toEqual([]);
    await closeIdleJobs(days(23));
    await closeIdleJobs(days(24));
    expect(await tasks('applications.job-falls-silent')).toMatchObject([
      { payload: { until: days(30).toISOString() } },
    ]);
    await closeIdleJobs(days(29));
    expect((await job())?.status).toBe('published');
    await closeIdleJobs(days(30));
    await closeIdleJobs(days(31));
    expect(await job()).toEqual({ status: 'closed', valid_through: days(30), silent_since: now });
    expect(await tasks('applications.job-fell-silent')).toHaveLength(1);
    const [application] = await waiting.at(days(31)).applications.mine();
    expect(application).toMatchObject({ stage: 'applied', jobEnd: { closedAt: days(30), silent: true } });
    const told = await query<{ payload: { candidateId: string } }>(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = 'applications.silent-job-closed' and payload::text like any($1)`,
      [[waiting, gone].map((person) => `%${person.accountId}%`)],
    );
    expect(told.map((row) => row.payload.candidateId)).toEqual([waiting.accountId]);
    const entries = await query(
      `select 1 from audit_entry where action = 'job.closed_itself' and subject = $1`,
      [`job:${jobId}`],
    );
    expect(entries).toHaveLength(1);
  });

  it('begins anew with each answer, edit or interview, and not with an application', async () => {
    const person = await apply('Moved');
    await move(person, 20);
    await apply('Another', 29);
    await closeIdleJobs(days(42));
    expect((await job())?.status).toBe('published');
    expect(await tasks('applications.job-falls-silent')).toEqual([]);
    await employer.owner.at(days(42)).interviews.set({
      ...{ org: employer.org, jobId, candidateId: person.accountId, place: 'Room 4' },
      ...{ day: '2027-01-20', time: '10:00', zone: 'UTC', minutes: 30 },
    });
    await closeIdleJobs(days(64));
    expect(await tasks('applications.job-falls-silent')).toEqual([]);
    await query('update job set updated_at = $2 where id = $1', [jobId, days(60)]);
    await closeIdleJobs(days(82));
    expect(await tasks('applications.job-falls-silent')).toEqual([]);
    await closeIdleJobs(days(83));
    expect(await tasks('applications.job-falls-silent')).toHaveLength(1);
  });

  it('keeps an earlier last day', async () => {
    await query('update job set valid_through = $2 where id = $1', [jobId, days(10)]);
    for (const day of [23, 30]) await closeIdleJobs(days(day));
    expect(await job()).toMatchObject({ status: 'closed', valid_through: days(10) });
  });

  it('is told to who decides and to who waited, once', async () => {
    const waiting = await apply('Waiting');
    const { organizationId } = employer;
    const until = days(30).toISOString();
    for (let time = 0; time < 2; time++) {
      await tellFallsSilent({ organizationId, jobId, until }, days(23));
      const [own] = await waiting.api.applications.mine();
      await tellSilentJob(waiting.accountId, own?.id ?? '', days(30));
    }
    const kinds = async (who: Person) =>
      (await who.api.notifications.list({ take: 50 })).items.map((item) => item.news.kind);
    expect(await kinds(employer.owner)).toEqual(['job-falls-silent']);
    expect(await kinds(waiting)).toEqual(['application-job-closed']);
  });
});
