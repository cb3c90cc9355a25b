import { EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { KeyValue, KeyValues } from '#app/ui/base/kv.tsx';
import { Day, Moment } from '#app/ui/base/moment.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { Section } from '#app/ui/base/section.tsx';
import type { CandidateForEmployerOutput } from '#server/applications/schemas.ts';
import { useStageWords } from '../../stage-words.ts';
import { StagePicker } from './decision.tsx';
import { Interviews } from './interview.tsx';
import { Notes } from './notes.tsx';

function Log({ candidate: { log, name, steps } }: { candidate: CandidateForEmployerOutput }) {
  const t = useTranslations('hire.candidate');
  const stage = useStageWords(steps);
  return (
    <ol className="log">
      {log.map((entry) => {
        const words = { stage: stage(entry.to), actor: entry.actor ?? name };
        const key =
          entry.from === null ? 'log.applied' : entry.to === 'declined' ? 'log.declined' : 'log.moved';
        return (
          <li key={`${entry.at.toISOString()} ${entry.to}`}>
            <span className="quiet">
              <Moment at={entry.at} />
            </span>
            <span>
              {entry.undone ? <s>{t(key, words)}</s> : t(key, words)}
              {entry.undone && <span className="quiet"> {t('log.undone')}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** Stage, what was sent, what happened, and what is not shown here. */
export function CandidateSide({
  org,
  candidate,
  mayDecide,
}: {
  org: string;
  candidate: CandidateForEmployerOutput;
  mayDecide: boolean;
}) {
  const t = useTranslations('hire.candidate');
  const stage = useStageWords(candidate.steps);
  const { application, log } = candidate;
  return (
    <aside className="stack-6" aria-label={t('side')}>
      {application ? (
        <Section title={t('stageIs', { stage: stage(application.stage) })}>
          {application.stage === 'declined' && application.noticeAt && (
            <p className="t13">
              {t.rich('toldAt', { time: () => <Moment at={application.noticeAt ?? new Date(0)} /> })}
            </p>
          )}
          {application.answerBy && (
            <p className={application.late ? 't13 soon' : 't13 quiet'}>
              {t.rich(application.late ? 'promiseLate' : 'promise', {
                day: () => <Day at={application.answerBy ?? new Date(0)} />,
              })}
            </p>
          )}
          {mayDecide && <StagePicker org={org} candidate={candidate} />}
        </Section>
      ) : (
        <Section title={t('notApplied')}>
          <p className="t13 soft">{t('notAppliedText')}</p>
        </Section>
      )}
      {application && (
        <Section title={t('sent')}>
          <KeyValues>
            <KeyValue term={t('phone')}>
              {application.phone ?? <span className="quiet">{t('notStated')}</span>}
            </KeyValue>
            <KeyValue term={t('start')}>
              {application.availableFrom ?? <span className="quiet">{t('notStated')}</span>}
            </KeyValue>
          </KeyValues>
          {application.note && <p className="prewrap">{application.note}</p>}
        </Section>
      )}
      {application && (
        <Interviews
          org={org}
          jobId={candidate.job.id}
          candidateId={candidate.candidateId}
          mayDecide={mayDecide}
        />
      )}
      {application && <Notes org={org} candidate={candidate} mayWrite={mayDecide} />}
      {log.length > 0 && (
        <Section title={t('happened')}>
          <Log candidate={candidate} />
        </Section>
      )}
      <Note icon={<EyeOff className="ic" aria-hidden />}>
        <b>{t('notShown')}</b> {t(application ? 'notShownText' : 'notShownFound')}
      </Note>
    </aside>
  );
}
