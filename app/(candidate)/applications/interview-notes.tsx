import { CalendarDays } from 'lucide-react';
import { useNow, useTranslations } from 'next-intl';
import { Note } from '#app/ui/base/note.tsx';
import { InterviewTime, InterviewWhere } from '#app/ui/interviews/interview-time.tsx';
import type { InterviewOutput, MyApplicationOutput } from '#server/applications/schemas.ts';

/** True while an interview is of use: until it is over, and cancelled ones until they would have been. */
function isAhead({ startsAt, minutes }: InterviewOutput, now: Date): boolean {
  return startsAt.getTime() + minutes * 60_000 > now.getTime();
}

function InterviewNote({ interview }: { interview: InterviewOutput }) {
  const t = useTranslations('candidate.applications.interview');
  const { id, cancelled, sequence } = interview;
  return (
    <Note icon={<CalendarDays className="ic" aria-hidden />}>
      {cancelled ? (
        <p>
          {t('cancelled')}{' '}
          <s>
            <InterviewTime interview={interview} />
          </s>
        </p>
      ) : (
        <>
          <p>
            <InterviewTime interview={interview} />
          </p>
          <p>
            <InterviewWhere interview={interview} />
          </p>
        </>
      )}
      <p>
        <a href={`/api/interviews/${id}`} download>
          {t(cancelled ? 'remove' : 'add')}
        </a>
        {!cancelled && sequence > 0 && <span className="soft"> · {t('moved')}</span>}
      </p>
    </Note>
  );
}

/** The interviews of an application that are still to come, each with its calendar file. */
export function InterviewNotes({ application }: { application: MyApplicationOutput }) {
  const now = useNow();
  const ahead = application.interviews.filter((interview) => isAhead(interview, now));
  return ahead.map((interview) => <InterviewNote key={interview.id} interview={interview} />);
}
