'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, ButtonLink } from '#app/ui/base/button.tsx';
import { Dialog, DialogClose } from '#app/ui/base/dialog.tsx';
import { ErrorSummary } from '#app/ui/base/error-summary.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { useToast } from '#app/ui/base/toast.tsx';
import type { JobOutput } from '#server/jobs/schemas.ts';
import { JobHead } from '../job-head.tsx';
import { AskedSkills } from './asked-skills.tsx';
import { type Draft, mendDraft, type Problems, readDraft } from './draft.ts';
import { FirstQueue } from './first-queue.tsx';
import { JobSettings } from './job-settings.tsx';
import { JobText, textFields } from './job-text.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { MarketColumn } from './market-column.tsx';
import { Trouble } from './trouble.tsx';
import { type Saving, useJobDraft } from './use-job-draft.ts';
import { useMarket } from './use-market.ts';

const noProblems: Problems = {};

/** Problems as links of the error summary, in the order of the form. */
function summaryOf(problems: Problems, draft: Draft): { fieldId: string; message: string }[] {
  const ofLines = draft.lines.flatMap((line) =>
    ['weight', 'shortLabel'].map((part) => [`${part}:${line.key}`, `${part}-${line.key}`] as const),
  );
  const ofText = textFields.map((field) => [field, field === 'payMin' ? 'job-pay' : `job-${field}`] as const);
  return [...ofLines, ['requirements', 'asked'] as const, ...ofText].flatMap(([field, fieldId]) => {
    const message = problems[field];
    return message ? [{ fieldId, message }] : [];
  });
}

function SavedLine({ saving, savedAt, draft }: { saving: Saving; savedAt: Date; draft: boolean }) {
  const t = useTranslations('hire.editor');
  const format = useFormatter();
  const time = format.dateTime(savedAt, { hour: '2-digit', minute: '2-digit' });
  const words = saving === 'saved' ? t(draft ? 'draftSaved' : 'saved', { time }) : t(`saving.${saving}`);
  return (
    <span className="t13 quiet" role="status">
      {words}
    </span>
  );
}

function CloseDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('hire.editor');
  return (
    <Dialog
      title={t('closeTitle')}
      description={t('closeText')}
      trigger={<Button tone="stop">{t('close')}</Button>}
      actions={
        <>
          <DialogClose>
            <Button>{t('keepOpen')}</Button>
          </DialogClose>
          <DialogClose>
            <Button tone="stop" onClick={onClose}>
              {t('closeNow')}
            </Button>
          </DialogClose>
        </>
      }
    />
  );
}

const peopleOf = (key: string, people: number | null | undefined) =>
  people === undefined ? [] : [[key, people] as const];

/** The editor of a job: what is asked, its text, and what publishing means. */
export function JobEditor({ org, initial, mayRank }: { org: string; initial: JobOutput; mayRank: boolean }) {
  const t = useTranslations('hire.editor');
  const words = useTranslations('hire.problem');
  const toast = useToast();
  const { draft, job, saving, savedAt, change, save, become, takeTheirs, keepMine, isDirty } = useJobDraft(
    org,
    initial,
  );
  const market = useMarket(org, initial.id, draft);
  const people = new Map(draft.lines.flatMap((line, at) => peopleOf(line.key, market.data?.lines[at])));
  const [problems, setProblems] = useState<Problems>(noProblems);
  const say = (found: Problems) =>
    setProblems(
      Object.fromEntries(
        Object.entries(found).map(([field, text]) => [field, words.has(text) ? words(text) : text]),
      ),
    );

  const edit = (patch: Partial<Draft>) => {
    change(patch);
    if (problems === noProblems) return;
    // Once something was wrong, what is typed into a field clears its own message; the rest stays until the next try.
    const typed = new Set(Object.keys(patch).map((field) => (field.startsWith('pay') ? 'pay' : field)));
    const still = readDraft({ ...draft, ...patch }).problems ?? {};
    setProblems(
      Object.fromEntries(
        Object.entries(problems).filter(([field]) =>
          field in still ? true : !typed.has(field.split(':')[0] ?? ''),
        ),
      ),
    );
  };

  async function act(work: () => ReturnType<typeof save>, kind: string) {
    const outcome = await work();
    if (outcome.ok) {
      setProblems(noProblems);
      toast.show({ kind, say: () => t(`done.${kind}`) });
    } else say(outcome.problems);
  }

  const isDraft = job.status === 'draft';
  const closed = job.status === 'closed';
  const actions = (
    <>
      <SavedLine saving={saving} savedAt={savedAt} draft={isDraft} />
      {!isDraft && <ButtonLink href={`/jobs/${job.id}`}>{t('view')}</ButtonLink>}
      {job.status === 'published' && (
        <CloseDialog onClose={() => void act(() => become('close'), 'closed')} />
      )}
      {isDraft && (
        <Button tone="go" onClick={() => void act(() => become('publish'), 'published')}>
          {t('publish')}
        </Button>
      )}
      {job.status === 'published' && (
        <Button tone="go" onClick={() => void act(save, 'saved')}>
          {t('save')}
        </Button>
      )}
    </>
  );
  return (
    <>
      <JobHead
        org={org}
        job={{ ...job, title: draft.title }}
        current="edit"
        actions={actions}
        mayRank={mayRank}
      />
      <div className="hire-two">
        <div className="stack-6" id="asked" tabIndex={-1}>
          <ErrorSummary errors={summaryOf(problems, draft)} />
          <Trouble
            saving={saving}
            onAgain={() => void act(save, 'saved')}
            onTakeTheirs={() => void takeTheirs()}
            onKeepMine={() => void act(keepMine, 'saved')}
          />
          {closed ? (
            <Note>{t('closedNote')}</Note>
          ) : (
            <>
              <AskedSkills
                org={org}
                lines={draft.lines}
                people={people}
                problems={problems}
                onChange={edit}
              />
              <FirstQueue
                gate={draft.queueGate}
                musts={draft.lines.filter((line) => line.must).length}
                onChange={edit}
              />
              <JobText draft={draft} problems={problems} onChange={edit} />
              <JobSettings draft={draft} onChange={edit} />
            </>
          )}
        </div>
        {!closed && (
          <MarketColumn
            org={org}
            job={job}
            draft={draft}
            market={market.data}
            failed={market.isError}
            changed={saving !== 'saved'}
            mayRank={mayRank}
            onMend={(mend) => edit(mendDraft(draft, mend))}
          />
        )}
      </div>
      <LeaveGuard isDirty={isDirty} save={isDraft ? save : null} />
    </>
  );
}
