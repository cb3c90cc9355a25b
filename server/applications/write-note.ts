import type { z } from 'zod';
import { getJob } from '#server/jobs/index.ts';
import { appendAudit } from '#server/organizations/index.ts';
import { AppError } from '#server/platform/errors.ts';
import type { CandidateScope, OrgScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { getForEmployer } from './get-for-employer.ts';
import { stageEntry } from './move-stage.ts';
import type { addNoteInput, removeNoteInput } from './schemas.ts';
import { findOwn } from './store/applications.ts';
import { deleteNote, insertNote, listNotesAboutMe } from './store/notes.ts';

/**
 * Writes a note of the team about an application. Its words go into the audit log as well: that is where they stay
 * when the candidate withdraws. Errors: `job.unknown`, `application.unknown`, `application.withdrawn`,
 * `application.too_many_notes`.
 */
export async function addNote(
  scope: OrgScope,
  { jobId, candidateId, text }: z.output<typeof addNoteInput>,
  now: Date,
): Promise<{ noteId: string }> {
  await getJob(scope, jobId);
  return inTransaction(async () => {
    const application = await getForEmployer(scope, jobId, candidateId);
    const noteId = await insertNote(scope, application, text, now);
    if (noteId === null)
      throw new AppError(
        'application.too_many_notes',
        'conflict',
        'There are 200 notes about this application already.',
        'Take one away that you wrote.',
      );
    await appendAudit(stageEntry(scope, application, 'application.noted', { noteId, text }));
    return { noteId };
  });
}

/**
 * Takes a note away that the caller wrote; the audit log keeps it. Errors: `job.unknown`, `application.unknown`,
 * `application.withdrawn`, `application.note_unknown`.
 */
export async function removeNote(
  scope: OrgScope,
  { jobId, candidateId, noteId }: z.output<typeof removeNoteInput>,
): Promise<void> {
  await getJob(scope, jobId);
  await inTransaction(async () => {
    const application = await getForEmployer(scope, jobId, candidateId);
    if (!(await deleteNote(scope, application, noteId)))
      throw new AppError('application.note_unknown', 'not-found', 'You wrote no such note.');
    await appendAudit(stageEntry(scope, application, 'application.note_removed', { noteId }));
  });
}

/** What an employer's team wrote about one of the candidate's applications. Errors: `application.unknown`. */
export async function listNotesAbout(scope: CandidateScope, applicationId: string) {
  if (!(await findOwn(scope, applicationId)))
    throw new AppError('application.unknown', 'not-found', 'There is no such application.');
  return listNotesAboutMe(scope, applicationId);
}
