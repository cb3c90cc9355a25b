/** Where an application is now, as far as its candidate is told. */
export type StageSubject = { stage: string; job: string; organization: string };

const why =
  'You get this mail because you applied to this job. You can switch these mails off in your profile, under Mails.';

const names: Readonly<Record<string, string>> = {
  applied: 'Applied',
  screen: 'Screen',
  task: 'Task',
  interview: 'Interview',
  offer: 'Offer',
  hired: 'Hired',
};

/** A mail that tells of a move. Names are of one line already: jobs and organisations are checked when they are made. */
export function wordStage({ stage, job, organization }: StageSubject) {
  return {
    subject: `${organization} moved your application for ${job} to ${names[stage] ?? stage}`,
    text: `Your application shows every step so far and what is promised next.\n\n${why}`,
    action: 'See your application',
  };
}
