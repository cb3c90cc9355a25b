'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Dialog, DialogClose } from '#app/ui/base/dialog.tsx';
import { TextArea } from '#app/ui/base/field.tsx';
import { LoadingRows } from '#app/ui/base/loading-rows.tsx';
import { Note } from '#app/ui/base/note.tsx';
import type { DeclineOptionsOutput, DeclineReason } from '#server/applications/schemas.ts';
import type { Decisions, Movable } from './use-decisions.ts';
import { useToldTime } from './use-told-time.ts';

type Option = DeclineOptionsOutput['reasons'][number];

/** Why a reason is true or not, beside it. */
function useFacts() {
  const t = useTranslations('hire.decline');
  const format = useFormatter();
  return ({ reason, isTrue, trueOf }: Option, options: DeclineOptionsOutput): string | null => {
    if (options.people > 1) return isTrue ? null : t('trueOf', { count: trueOf, of: options.people });
    const { musts, above, totalTenths } = options;
    if (reason === 'must-not-proven' && musts)
      return isTrue
        ? t('mustsOpen', { ...musts })
        : musts.asked === 0
          ? t('noMusts')
          : t('mustsMet', { total: musts.asked });
    if (reason === 'others-cover-more' && above !== null && totalTenths !== null)
      return t('above', {
        count: above,
        points: format.number(totalTenths / 10, { minimumFractionDigits: 1 }),
      });
    if (reason === 'position-filled' && !isTrue) return t('notFilled');
    return null;
  };
}

function Reasons({
  options,
  value,
  onChange,
}: {
  options: DeclineOptionsOutput;
  value: DeclineReason | null;
  onChange: (reason: DeclineReason) => void;
}) {
  const t = useTranslations('hire.decline');
  const factOf = useFacts();
  return (
    <fieldset className="stack-2">
      <legend className="lab">{t('reason')}</legend>
      {options.reasons.map((option) => {
        const { reason, isTrue } = option;
        const fact = factOf(option, options);
        return (
          <label key={reason} className="check">
            <input
              type="radio"
              name="decline-reason"
              value={reason}
              checked={value === reason}
              aria-disabled={isTrue ? undefined : true}
              onChange={() => isTrue && onChange(reason)}
            />
            <span className={isTrue ? undefined : 'quiet'}>
              {t(`because.${reason}`)}
              {fact && <span className="block t13 quiet">{fact}</span>}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

/**
 * Declines people with one reason that is the case for each of them; reasons that are not cannot be chosen and say
 * why.
 */
export function DeclineDialog({
  org,
  jobId,
  people,
  onDecline,
  onClose,
}: {
  org: string;
  jobId: string;
  people: readonly Movable[];
  onDecline: Decisions['decline'];
  onClose: () => void;
}) {
  const t = useTranslations('hire.decline');
  const toldTime = useToldTime();
  const trpc = useTRPC();
  const candidateIds = people.map((person) => person.candidateId);
  const who = { count: people.length, name: people[0]?.name ?? '' };
  const options = useQuery({
    ...trpc.pipeline.declineOptions.queryOptions({ org, jobId, candidateIds }),
    gcTime: 0,
    staleTime: 0,
  });
  const [reason, setReason] = useState<DeclineReason | null>(null);
  const [sentence, setSentence] = useState('');
  const [problem, setProblem] = useState<'reason' | 'sentence' | null>(null);
  const [busy, setBusy] = useState(false);
  const time = options.data ? toldTime(options.data.noticeAt) : '18:00';

  async function send() {
    if (busy) return;
    const missing =
      reason === null ? 'reason' : reason === 'other' && sentence.trim() === '' ? 'sentence' : null;
    setProblem(missing);
    if (missing || reason === null) return;
    setBusy(true);
    await onDecline(people, reason, sentence);
    onClose();
  }

  return (
    <Dialog
      title={t('title', who)}
      description={t('text', { time, count: people.length })}
      open
      onOpenChange={(open) => !open && onClose()}
      actions={
        <>
          <DialogClose>
            <Button>{t('keep')}</Button>
          </DialogClose>
          <Button tone="stop" onClick={() => void send()}>
            {t('send', { time })}
          </Button>
        </>
      }
    >
      {options.isPending && <LoadingRows rows={5} />}
      {options.isError && (
        <Note tone="bad" live>
          <p>{t('failed')}</p>
          <Button size="sm" onClick={() => void options.refetch()}>
            {t('again')}
          </Button>
        </Note>
      )}
      {options.data && (
        <>
          {problem === 'reason' && (
            <p className="err" role="alert">
              {t('reasonMissing')}
            </p>
          )}
          <Reasons options={options.data} value={reason} onChange={setReason} />
          <TextArea
            id="decline-sentence"
            label={t('sentence', who)}
            optional={reason !== 'other'}
            error={problem === 'sentence' ? t('sentenceMissing') : undefined}
            rows={3}
            maxLength={1000}
            value={sentence}
            onChange={(event) => setSentence(event.currentTarget.value)}
          />
        </>
      )}
    </Dialog>
  );
}
