import { useTranslations } from 'next-intl';
import { Day, Moment } from '#app/ui/base/moment.tsx';
import { Note } from '#app/ui/base/note.tsx';
import type { MyApplicationOutput, MyContestOutput } from '#server/applications/schemas.ts';
import { ContestButton } from './contest-button.tsx';

/** What a person of the organisation answered to a contest; nothing while nobody has. */
export function ContestAnswer({ contest, employer }: { contest: MyContestOutput | null; employer: string }) {
  const t = useTranslations('candidate.applications.contest');
  if (contest === null || contest.closedAt === null) return null;
  const { closedAt, outcome, answer } = contest;
  return (
    <Note>
      <p>
        {t.rich(outcome === 'reopened' ? 'reopened' : 'stands', {
          employer: () => <bdi>{employer}</bdi>,
          at: () => <Moment at={closedAt} />,
        })}
      </p>
      <p>
        <q dir="auto">{answer}</q>
      </p>
    </Note>
  );
}

/** The way to contest a decline, then that it is contested, then the answer. */
export function Contest({ application }: { application: MyApplicationOutput }) {
  const t = useTranslations('candidate.applications.contest');
  const { id, job, contest } = application;
  if (contest === null)
    return (
      <div className="row">
        <ContestButton applicationId={id} title={job.title} employer={job.employer.name} />
      </div>
    );
  if (contest.closedAt !== null) return <ContestAnswer contest={contest} employer={job.employer.name} />;
  return (
    <Note>
      <p>
        {t.rich('open', {
          employer: () => <bdi>{job.employer.name}</bdi>,
          at: () => <Day at={contest.openedAt} />,
        })}
      </p>
      {contest.text !== null && (
        <p>
          <q dir="auto">{contest.text}</q>
        </p>
      )}
    </Note>
  );
}
