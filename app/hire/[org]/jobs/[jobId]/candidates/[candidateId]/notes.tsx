'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { readRefused } from '#app/hire/refused.ts';
import { useTRPCClient } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { TextArea } from '#app/ui/base/field.tsx';
import { Moment } from '#app/ui/base/moment.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { useToast } from '#app/ui/base/toast.tsx';
import { addNoteInput, type CandidateForEmployerOutput } from '#server/applications/schemas.ts';

type Props = { org: string; candidate: CandidateForEmployerOutput; mayWrite: boolean };

/** Writes and takes away notes; `problem` is what kept the last one from being written. */
function useNotes(org: string, { job, candidateId }: CandidateForEmployerOutput) {
  const t = useTranslations('hire.notes');
  const client = useTRPCClient();
  const router = useRouter();
  const toast = useToast();
  const [problem, setProblem] = useState<string | undefined>();
  const about = { org, jobId: job.id, candidateId };
  const fail = (error: unknown) => {
    const { code, fields } = readRefused(error);
    const key = code.replace('.', '_');
    setProblem(fields.text ?? t(t.has(`problem.${key}`) ? `problem.${key}` : 'problem.failed'));
    if (code === 'application.withdrawn') router.refresh();
  };
  async function remove(noteId: string) {
    try {
      await client.pipeline.removeNote.mutate({ ...about, noteId });
      router.refresh();
    } catch (error) {
      fail(error);
    }
  }
  async function add(text: string): Promise<boolean> {
    const checked = addNoteInput.shape.text.safeParse(text);
    setProblem(checked.error?.issues[0]?.message);
    if (!checked.success) return false;
    try {
      const { noteId } = await client.pipeline.addNote.mutate({ ...about, text: checked.data });
      toast.show({ kind: `note-${noteId}`, say: () => t('added'), undo: () => void remove(noteId) });
      router.refresh();
      return true;
    } catch (error) {
      fail(error);
      return false;
    }
  }
  return { add, remove, problem };
}

/** What the team wrote about this application, and a field for the next note. */
export function Notes({ org, candidate, mayWrite }: Props) {
  const t = useTranslations('hire.notes');
  const { notes, readers } = candidate;
  const { add, remove, problem } = useNotes(org, candidate);
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  async function send(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    if (await add(text)) setText('');
    setBusy(false);
  }
  return (
    <Section title={t('title')} count={notes.length || undefined}>
      {notes.length > 0 && (
        <ol className="team-notes">
          {notes.map((note) => (
            <li key={note.id}>
              <p className="xs quiet">
                <bdi>{note.author ?? t('gone')}</bdi> · <Moment at={note.at} />
              </p>
              <p className="prewrap t13" dir="auto">
                {note.text}
              </p>
              {note.mine && mayWrite && (
                <Button size="sm" bare onClick={() => void remove(note.id)}>
                  {t('remove')}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      {mayWrite && (
        <form className="stack-2" noValidate onSubmit={(event) => void send(event)}>
          <TextArea
            id="team-note"
            label={t('label')}
            hint={t('hint', { count: readers })}
            error={problem}
            rows={3}
            maxLength={2_000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit">{t('add')}</Button>
        </form>
      )}
    </Section>
  );
}
