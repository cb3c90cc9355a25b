import { db } from '#server/platform/db.ts';
import type { CandidateScope, OrgScope } from '#server/platform/scope.ts';

const shown = { id: true, authorId: true, text: true, at: true } as const;
const mostNotes = 200;

interface NoteSubject {
  candidateId: string;
  id: string;
}

/** Notes about an application that the caller may see, oldest first, at most 200. */
export function listNotes({ candidateId, id }: NoteSubject) {
  return db().applicationNote.findMany({
    where: { candidateId, applicationId: id },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: shown,
    take: mostNotes,
  });
}

/** Notes about one of the candidate's applications, oldest first, without who wrote them. */
export function listNotesAboutMe(scope: CandidateScope, applicationId: string) {
  return db().applicationNote.findMany({
    where: { candidateId: scope.candidateId, applicationId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { id: true, text: true, at: true },
    take: mostNotes,
  });
}

/** How many notes there are about people of a job. */
export async function countNotes(
  scope: OrgScope,
  jobId: string,
  candidateIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db().applicationNote.groupBy({
    by: ['candidateId'],
    where: {
      candidateId: { in: [...candidateIds] },
      application: { jobId, organizationId: scope.organizationId },
    },
    _count: true,
  });
  return new Map(rows.map((row) => [row.candidateId, row._count]));
}

/** Stores a note, unless there are 200 already; returns its id, or null then. */
export async function insertNote(
  scope: OrgScope,
  { candidateId, id }: NoteSubject,
  text: string,
  at: Date,
): Promise<string | null> {
  if ((await db().applicationNote.count({ where: { candidateId, applicationId: id } })) >= mostNotes)
    return null;
  const row = await db().applicationNote.create({
    data: { candidateId, applicationId: id, authorId: scope.accountId, text, at },
    select: { id: true },
  });
  return row.id;
}

/** Takes a note away that the caller wrote; false when there is none. */
export async function deleteNote(scope: OrgScope, subject: NoteSubject, noteId: string): Promise<boolean> {
  const { count } = await db().applicationNote.deleteMany({
    where: {
      candidateId: subject.candidateId,
      id: noteId,
      applicationId: subject.id,
      authorId: scope.accountId,
    },
  });
  return count === 1;
}

/** Ends the notes about an application. */
export async function deleteNotes(scope: CandidateScope, applicationId: string): Promise<void> {
  await db().applicationNote.deleteMany({ where: { candidateId: scope.candidateId, applicationId } });
}
