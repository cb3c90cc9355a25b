import { line, type NoticeWords } from './notices.ts';

/** An interview as a mail tells of it. */
export interface InterviewNews {
  how: 'set' | 'changed' | 'cancelled';
  job: string;
  organization: string;
  startsAt: Date;
  minutes: number;
  zone: string;
  place: string | null;
  link: string | null;
}

const why = 'You get this mail because you applied.';

/** "Tue 24 Nov 2026, 14:00 to 14:45 (Europe/Lisbon)", by the clocks of the zone in which it was set. */
export function interviewTime({
  startsAt,
  minutes,
  zone,
}: Pick<InterviewNews, 'startsAt' | 'minutes' | 'zone'>): string {
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone } as const;
  const day = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: zone,
  });
  const time = new Intl.DateTimeFormat('en-GB', clock);
  const end = new Date(startsAt.getTime() + minutes * 60_000);
  return `${day.format(startsAt)}, ${time.format(startsAt)} to ${time.format(end)} (${zone})`;
}

/** Puts an interview into words: the news as subject, then when and where. */
export function wordInterview(news: InterviewNews): NoticeWords {
  const [employer, job] = [line(news.organization, 120), line(news.job, 120)];
  const verb = {
    set: 'set an interview',
    changed: 'changed your interview',
    cancelled: 'cancelled your interview',
  };
  const where = [news.place, news.link].flatMap((part) => (part ? [line(part, 500)] : []));
  const facts =
    news.how === 'cancelled'
      ? `It was to be on ${interviewTime(news)}.`
      : [`${interviewTime(news)}.`, ...where.map((part) => `Where: ${part}`)].join('\n');
  const next =
    news.how === 'cancelled'
      ? 'Your applications show where you stand. The calendar file there takes it out of your calendar.'
      : 'Your applications hold it as a calendar file; opened again after a change, it moves the entry you have.';
  return {
    subject: `${employer} ${verb[news.how]}: ${job}`,
    text: [facts, next, why].join('\n\n'),
    action: 'See your application',
  };
}

/** Puts the answer to a contest into words. */
export function wordAnswer(news: {
  job: string;
  organization: string;
  outcome: 'stands' | 'reopened';
  answer: string;
}): NoticeWords {
  const [employer, job] = [line(news.organization, 120), line(news.job, 120)];
  const goesOn = news.outcome === 'reopened';
  return {
    subject: `${employer} answered your contest: ${goesOn ? 'your application goes on' : 'the decline stands'}, ${job}`,
    text: [
      `A person at ${employer} read it and answered:\n“${line(news.answer, 2_000)}”`,
      goesOn
        ? 'Your application stands where it was before the decline.'
        : 'The receipt of the decline stays in your applications.',
      'You get this mail because you contested a decline.',
    ].join('\n\n'),
    action: 'See your application',
  };
}

/** Tells an applicant that a job closed itself. */
export function wordSilence(news: { job: string; organization: string }): NoticeWords {
  const [employer, job] = [line(news.organization, 120), line(news.job, 120)];
  return {
    subject: `${job} at ${employer} closed without an answer`,
    text: [
      'Nothing had happened in this job for 30 days, so it closed by itself. Nobody judged you, and nothing of it counts against you.',
      `What you shared with ${employer} is no longer shown to them.`,
      why,
    ].join('\n\n'),
    action: 'See your applications',
  };
}
