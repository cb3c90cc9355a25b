'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { readRefused } from '#app/hire/refused.ts';
import { useTRPC, useTRPCClient } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { useToast } from '#app/ui/base/toast.tsx';
import { InterviewTime, InterviewWhere } from '#app/ui/interviews/interview-time.tsx';
import type { InterviewOutput } from '#server/applications/schemas.ts';
import { InterviewForm } from './interview-form.tsx';

type Props = { org: string; jobId: string; candidateId: string; mayDecide: boolean };

function Row({
  interview,
  actions,
}: {
  interview: InterviewOutput;
  actions: { change: () => void; cancel: () => void } | null;
}) {
  const t = useTranslations('hire.interview');
  const { id, cancelled } = interview;
  return (
    <li className="stack-1 py-2 t13">
      <p>
        {cancelled ? (
          <>
            {t('cancelled')}{' '}
            <s>
              <InterviewTime interview={interview} />
            </s>
          </>
        ) : (
          <InterviewTime interview={interview} />
        )}
      </p>
      {!cancelled && (
        <p>
          <InterviewWhere interview={interview} />
        </p>
      )}
      <div className="row">
        <a href={`/api/interviews/${id}`} download>
          {t('calendar')}
        </a>
        {!cancelled && actions && (
          <>
            <Button size="sm" onClick={actions.change}>
              {t('change')}
            </Button>
            <Button size="sm" onClick={actions.cancel}>
              {t('cancel')}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

/** The interviews of an applicant: what is set, changed and cancelled here stands in the candidate's timeline at once. */
export function Interviews({ org, jobId, candidateId, mayDecide }: Props) {
  const t = useTranslations('hire.interview');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const toast = useToast();
  const person = { org, jobId, candidateId };
  const query = trpc.interviews.list.queryOptions(person);
  const list = useQuery(query);
  const [form, setForm] = useState<InterviewOutput | 'new' | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function refresh(words: string) {
    setForm(null);
    setTrouble(null);
    toast.show({ kind: words, say: () => words });
    await queries.invalidateQueries({ queryKey: query.queryKey });
  }
  async function cancel({ id: interviewId, sequence }: InterviewOutput) {
    try {
      await client.interviews.cancel.mutate({ ...person, interviewId, sequence });
      await refresh(t('saidCancelled'));
    } catch (error) {
      setTrouble(readRefused(error).message || t('failed'));
      await queries.invalidateQueries({ queryKey: query.queryKey });
    }
  }

  const interviews = list.data ?? [];
  if (!mayDecide && interviews.length === 0) return null;
  return (
    <Section title={t('title')}>
      {list.isError && (
        <Note tone="bad" live>
          <p>{t('failed')}</p>
          <Button size="sm" onClick={() => void list.refetch()}>
            {t('again')}
          </Button>
        </Note>
      )}
      {trouble !== null && (
        <Note tone="bad" live>
          {trouble}
        </Note>
      )}
      {list.data && interviews.length === 0 && form === null && <p className="t13 quiet">{t('none')}</p>}
      {interviews.length > 0 && (
        <ul>
          {interviews.map((interview) => (
            <Row
              key={interview.id}
              interview={interview}
              actions={
                mayDecide && form === null
                  ? { change: () => setForm(interview), cancel: () => void cancel(interview) }
                  : null
              }
            />
          ))}
        </ul>
      )}
      {form !== null && (
        <InterviewForm
          key={form === 'new' ? 'new' : form.id}
          person={person}
          interview={form === 'new' ? null : form}
          onSaved={(words) => void refresh(words)}
          onClose={() => setForm(null)}
        />
      )}
      {mayDecide && form === null && (
        <p>
          <Button size="sm" onClick={() => setForm('new')}>
            {t('set')}
          </Button>
        </p>
      )}
    </Section>
  );
}
