import '#tests/support/database.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tellStage } from '#server/notifications/tell-stage.ts';
import { notificationHandlers } from '#server/notifications/worker.ts';
import { drainQueue } from '#server/platform/queue-runner.ts';
import { query } from '#tests/support/database.ts';
import {
  ask,
  type Employer,
  later,
  makeCandidate,
  makeEmployer,
  makeSkills,
  type Person,
  publishJob,
} from '../applications/world.ts';

process.env.DEMO = '1';

let sql: number;
let house: Employer;
let jobId: string;
let ada: Person;
let applicationId: string;
beforeAll(async () => {
  sql = (await makeSkills('SQL')).SQL;
});
beforeEach(async () => {
  house = await makeEmployer('House');
  jobId = (await publishJob(house, [ask(sql)])).id;
  ada = await makeCandidate('Ada');
  ({ applicationId } = await ada.api.applications.submit({ jobId, credentialIds: [] }));
});

const bell = async (person = ada) =>
  (await person.api.notifications.list({})).items.map(({ news }) =>
    'stage' in news ? news.stage : news.kind,
  );
const mails = () =>
  query<{ subject: string; action: string }>('select subject, action from outbox_mail where "to" = $1', [
    ada.email,
  ]);
const work = () => drainQueue(notificationHandlers);
const moveTo = (to: 'screen' | 'task', version: number, hours: number) =>
  house.owner
    .at(later(hours))
    .pipeline.move({ org: house.org, jobId, to, people: [{ candidateId: ada.accountId, version }] });
/** What the task of the move does. */
const atOnce = (hours: number) =>
  tellStage({ candidateId: ada.accountId, applicationId, byMail: false }, later(hours));
/** What the task of the stated hour does, at that hour. */
const byMail = (hours: number) =>
  tellStage({ candidateId: ada.accountId, applicationId, byMail: true }, later(hours));

describe('a move', () => {
  it('is in the bell at once, and by mail at the stated hour, once and of what is the case then', async () => {
    await moveTo('screen', 1, 1);
    const tasks = await query<{ key: string; at: Date }>(
      'select key, run_at as at from graphile_worker.jobs where key like $1 order by key',
      [`stage%:${applicationId}`],
    );
    expect(tasks.map(({ key }) => key)).toEqual([`stage-mail:${applicationId}`, `stage:${applicationId}`]);
    expect(tasks[0]?.at).toEqual(new Date('2026-11-23T18:00:00Z'));
    await atOnce(1);
    expect(await bell()).toEqual(['screen']);
    expect(await mails()).toEqual([]);
    await moveTo('task', 2, 2);
    await atOnce(2);
    expect(await bell()).toEqual(['task', 'screen']);
    await byMail(9);
    await byMail(10);
    expect(await mails()).toEqual([
      { subject: 'House moved your application for Data engineer to Task', action: 'See your application' },
    ]);
  });

  it('that is undone goes from the bell, and never by mail', async () => {
    await moveTo('screen', 1, 1);
    await atOnce(1);
    await house.owner
      .at(later(2))
      .pipeline.undo({ org: house.org, jobId, people: [{ candidateId: ada.accountId, version: 2 }] });
    await atOnce(2);
    expect(await bell()).toEqual([]);
    await byMail(9);
    expect(await mails()).toEqual([]);
  });

  it('that is days old is not mailed, nor to whoever wants no mails', async () => {
    await moveTo('screen', 1, 1);
    await byMail(24 * 5);
    await ada.api.profile.setNoticeMail({ noticeMail: false });
    await byMail(9);
    expect(await mails()).toEqual([]);
    expect(await bell()).toEqual(['screen']);
  });
});

describe('a decline', () => {
  it('does not show in what is told of the stage, before its hour and after', async () => {
    await moveTo('screen', 1, 1);
    const people = [{ candidateId: ada.accountId, version: 2 }];
    await house.owner
      .at(later(2))
      .pipeline.decline({ org: house.org, jobId, people, reason: 'terms-differ' });
    await byMail(8.9);
    expect(await bell()).toEqual(['screen']);
    await byMail(9.1);
    expect(await bell()).toEqual(['screen']);
    expect((await mails()).map(({ subject }) => subject)).toEqual([
      'House moved your application for Data engineer to Screen',
    ]);
  });
});

describe('applications that arrive', () => {
  it('are told to who decides, one piece of news a job and day', async () => {
    const [bob, real] = [await makeCandidate('Bob'), new Date()];
    await bob.at(real).applications.submit({ jobId, credentialIds: [] });
    await work();
    const cem = await makeCandidate('Cem');
    await cem.at(real).applications.submit({ jobId, credentialIds: [] });
    await work();
    const { items } = await house.api.notifications.list({});
    expect(items.map(({ news }) => news)).toEqual([
      { kind: 'applications-arrived', job: 'Data engineer', count: 2 },
    ]);
  });
});
