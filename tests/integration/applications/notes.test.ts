import '#tests/support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
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
  refusal,
} from './world.ts';

let employer: Employer;
let who: Person;
let about: { org: string; jobId: string; candidateId: string };
let applicationId: string;

beforeEach(async () => {
  employer = await makeEmployer('Notewell');
  const skills = await makeSkills('Python');
  const job = await publishJob(employer, [ask(skills.Python)]);
  who = await makeCandidate('Noted Person');
  ({ applicationId } = await who.api.applications.submit({ jobId: job.id, credentialIds: [] }));
  about = { org: employer.org, jobId: job.id, candidateId: who.accountId };
});

const write = (text: string, hours = 1) =>
  employer.owner.at(later(hours)).pipeline.addNote({ ...about, text });
const notes = async () => (await employer.api.pipeline.candidate(about)).notes;

describe('notes of the team', () => {
  it('are read by the team with their writer, and by the candidate who asks for them', async () => {
    const colleague = await employer.addMember('recruiter');
    await colleague.at(later(1)).pipeline.addNote({ ...about, text: ' Calm under questions. ' });
    await write('Ask about travel.', 2);
    expect(await notes()).toMatchObject([
      { text: 'Calm under questions.', author: 'recruiter of Notewell', mine: false },
      { text: 'Ask about travel.', author: 'Owner of Notewell', mine: true },
    ]);
    expect((await employer.api.pipeline.candidate(about)).readers).toBe(2);
    const asked = await who.api.applications.notes({ applicationId });
    expect(asked.map((note) => note.text)).toEqual(['Calm under questions.', 'Ask about travel.']);
    expect(JSON.stringify(asked)).not.toContain('Notewell');
    const board = await employer.api.pipeline.board(about);
    expect(board.columns[0]?.cards[0]?.notes).toBe(2);
  });

  it('are nobody else’s to read, write or take away', async () => {
    const { noteId } = await write('Ours.');
    const stranger = await makeCandidate('A Stranger');
    expect(await refusal(stranger.api.applications.notes({ applicationId }))).toBe(
      'not-found application.unknown',
    );
    const auditor = await employer.addMember('auditor');
    expect(await refusal(auditor.api.pipeline.addNote({ ...about, text: 'x' }))).toBe(
      'forbidden organization.forbidden',
    );
    const colleague = await employer.addMember('recruiter');
    expect(await refusal(colleague.api.pipeline.removeNote({ ...about, noteId }))).toBe(
      'not-found application.note_unknown',
    );
    await employer.api.pipeline.removeNote({ ...about, noteId });
    expect(await notes()).toEqual([]);
  });

  it('are gone with a withdrawal, for everybody, and stay in the audit log alone', async () => {
    await write('Said in confidence.');
    await who.at(later(2)).applications.withdraw({ applicationId });
    expect(await refusal(employer.api.pipeline.candidate(about))).toBe('gone application.withdrawn');
    expect(await refusal(employer.api.pipeline.standing(about))).toBe('gone application.withdrawn');
    expect(await refusal(write('One more.', 3))).toBe('gone application.withdrawn');
    expect(await who.api.applications.notes({ applicationId })).toEqual([]);
    expect(await query('select 1 from application_note where application_id = $1', [applicationId])).toEqual(
      [],
    );
    const log = await query<{ text: string }>(
      `select details->>'text' as text from audit_entry where action = 'application.noted' and subject = $1`,
      [`application:${applicationId}`],
    );
    expect(log).toEqual([{ text: 'Said in confidence.' }]);
    // Who applies again begins without them.
    await who.at(later(4)).applications.submit({ jobId: about.jobId, credentialIds: [] });
    expect(await notes()).toEqual([]);
  });

  it('are words, and not too many of them', async () => {
    await expect(write('   ')).rejects.toThrow();
    await expect(write('x'.repeat(2_001))).rejects.toThrow();
    await query(
      `insert into application_note (candidate_id, id, application_id, author_id, text, at)
       select $1, gen_random_uuid(), $2, $1, 'n', now() from generate_series(1, 200)`,
      [who.accountId, applicationId],
    );
    expect(await refusal(write('One more.'))).toBe('conflict application.too_many_notes');
  });
});
