'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { readRefused } from '#app/hire/refused.ts';
import { useTRPC, useTRPCClient } from '#app/trpc/client.tsx';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { TextArea } from '#app/ui/base/field.tsx';
import { Day } from '#app/ui/base/moment.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { useToast } from '#app/ui/base/toast.tsx';
import type { ContestOutcome, ContestOutput } from '#server/applications/schemas.ts';

type Where = { org: string; jobId: string };

/** The answer to one contest: a reason in words, then one of two ways to close it. */
function AnswerForm({
  where,
  contest,
  onDone,
}: {
  where: Where;
  contest: ContestOutput;
  onDone: () => void;
}) {
  const t = useTranslations('hire.contest');
  const client = useTRPCClient();
  const toast = useToast();
  const [answer, setAnswer] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);

  async function send(outcome: ContestOutcome) {
    if (busy) return;
    if (answer.trim() === '') return setError(t('answerMissing'));
    setBusy(true);
    try {
      const { id: contestId, candidateId } = contest;
      await client.contests.answer.mutate({ ...where, candidateId, contestId, outcome, answer });
      toast.show({ kind: outcome, say: () => t(outcome === 'stands' ? 'saidStands' : 'saidReopened') });
      onDone();
    } catch (refused) {
      setError(readRefused(refused).message || t('failed'));
      setBusy(false);
    }
  }

  return (
    <div className="stack-2">
      <TextArea
        id={`contest-${contest.id}`}
        label={t('answer')}
        hint={t('answerHint')}
        error={error}
        rows={3}
        maxLength={2000}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      <div className="row">
        <Button size="sm" onClick={() => void send('stands')}>
          {t('stands')}
        </Button>
        <Button size="sm" onClick={() => void send('reopened')}>
          {t('reopen')}
        </Button>
      </div>
    </div>
  );
}

function Item({ where, contest, onDone }: { where: Where; contest: ContestOutput; onDone: () => void }) {
  const t = useTranslations('hire.contest');
  const because = useTranslations('hire.decline.because');
  const [open, setOpen] = useState(false);
  const { candidateId, name, receiptNumber, declinedAt, openedAt, reason, sentence, text } = contest;
  const href = `/hire/${where.org}/jobs/${where.jobId}/candidates/${candidateId}`;
  return (
    <li className="stack-1 py-2 t13">
      <p>
        <AppLink href={href}>
          <bdi>{name}</bdi>
        </AppLink>
        , {t('receipt', { number: receiptNumber })}:{' '}
        {t.rich('since', { declined: () => <Day at={declinedAt} />, opened: () => <Day at={openedAt} /> })}
      </p>
      <p className="soft">
        {t('reason', { reason: because.has(reason) ? because(reason) : reason })}{' '}
        {sentence !== null && <q dir="auto">{sentence}</q>}
      </p>
      <p>
        {text === null ? (
          <span className="quiet">{t('noText')}</span>
        ) : (
          <>
            {t('says')} <q dir="auto">{text}</q>
          </>
        )}
      </p>
      {open ? (
        <AnswerForm where={where} contest={contest} onDone={onDone} />
      ) : (
        <div>
          <Button size="sm" onClick={() => setOpen(true)}>
            {t('answerIt')}
          </Button>
        </div>
      )}
    </li>
  );
}

/** Open contests of declines above the board: each is a task that a person has to close with a reason. */
export function Contests({ org, jobId }: Where) {
  const t = useTranslations('hire.contest');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const query = trpc.contests.list.queryOptions({ org, jobId });
  const contests = useQuery(query);
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: query.queryKey });
    router.refresh();
  };
  if (contests.isError)
    return (
      <div className="hire-body">
        <Note tone="bad" live>
          <p>{t('failed')}</p>
          <Button size="sm" onClick={() => void contests.refetch()}>
            {t('again')}
          </Button>
        </Note>
      </div>
    );
  if (!contests.data || contests.data.length === 0) return null;
  return (
    <section className="hire-body" aria-labelledby="contests">
      <Note tone="warn">
        <h2 id="contests" className="sm strong">
          {t('title', { count: contests.data.length })}
        </h2>
        <ul>
          {contests.data.map((contest) => (
            <Item key={contest.id} where={{ org, jobId }} contest={contest} onDone={refresh} />
          ))}
        </ul>
      </Note>
    </section>
  );
}
