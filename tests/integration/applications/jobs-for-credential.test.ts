import '#tests/support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { query } from '#tests/support/database.ts';
import {
  ask,
  type Employer,
  giveCredential,
  makeCandidate,
  makeEmployer,
  makeSkills,
  type Person,
  publishJob,
  refusal,
} from './world.ts';

/* From a badge to the jobs that ask for it, and on to an application that takes it along (C17). */

let ada: Person;
let house: Employer;
let skills: Record<'Python' | 'SQL' | 'Welding', number>;
let badge: string;

beforeEach(async () => {
  skills = await makeSkills('Python', 'SQL', 'Welding');
  ada = await makeCandidate('Ada');
  house = await makeEmployer('House');
  badge = await giveCredential(ada, 'Python, Examined', [{ skill: skills.Python }]);
});

const jobsFor = (id: string) => ada.api.applications.jobsForCredential({ id });

describe('jobs that ask for a badge', () => {
  it('are open ones that ask for a skill it proves, best covered first', async () => {
    const both = await publishJob(house, [ask(skills.Python), ask(skills.SQL)], 'Both');
    const only = await publishJob(house, [ask(skills.Python)], 'Only Python');
    await publishJob(house, [ask(skills.Welding)], 'Welder');
    const shut = await publishJob(house, [ask(skills.Python)], 'Shut');
    await house.api.jobs.close({ org: house.org, jobId: shut.id, version: shut.version });
    await house.api.jobs.create({ org: house.org, title: 'Draft', requirements: [ask(skills.Python)] });
    const { jobs, more } = await jobsFor(badge);
    expect(jobs.map(({ jobId, totalTenths, asks }) => ({ jobId, totalTenths, asks }))).toEqual([
      { jobId: only.id, totalTenths: 1000, asks: ['Python'] },
      { jobId: both.id, totalTenths: 500, asks: ['Python'] },
    ]);
    expect(more).toBe(false);
  });

  it('are five at most, and none once the badge does not count', async () => {
    for (let count = 0; count < 6; count += 1) await publishJob(house, [ask(skills.Python)], `Job ${count}`);
    const found = await jobsFor(badge);
    expect([found.jobs.length, found.more]).toEqual([5, true]);
    await query(`update credential set verdict = 'invalid', deciding_code = 'revoked' where id = $1`, [
      badge,
    ]);
    expect(await jobsFor(badge)).toEqual({ jobs: [], more: false });
  });

  it('say where the person applied already', async () => {
    const job = await publishJob(house, [ask(skills.Python)]);
    expect((await jobsFor(badge)).jobs[0]?.applied).toBe(false);
    const { applicationId } = await ada.api.applications.submit({ jobId: job.id, credentialIds: [badge] });
    expect((await jobsFor(badge)).jobs[0]?.applied).toBe(true);
    await ada.api.applications.withdraw({ applicationId });
    expect((await jobsFor(badge)).jobs[0]?.applied).toBe(false);
  });

  it('are nobody else’s to ask for', async () => {
    const bob = await makeCandidate('Bob');
    expect(await refusal(bob.api.applications.jobsForCredential({ id: badge }))).toBe(
      'not-found credential.unknown',
    );
  });
});

describe('applying with a badge', () => {
  it('ticks it besides what covers the job, and nothing that is somebody else’s', async () => {
    const job = await publishJob(house, [ask(skills.SQL)]);
    const sql = await giveCredential(ada, 'SQL, Examined', [{ skill: skills.SQL }]);
    const ticked = async (also?: string) => {
      const { credentials } = await ada.api.applications.preview({ jobId: job.id, also });
      return credentials.filter((credential) => credential.ticked).map((credential) => credential.id);
    };
    expect(await ticked()).toEqual([sql]);
    expect((await ticked(badge)).sort()).toEqual([badge, sql].sort());
    const bob = await makeCandidate('Bob');
    const foreign = await giveCredential(bob, 'Of Bob', [{ skill: skills.Python }]);
    expect(await ticked(foreign)).toEqual([sql]);
  });
});
