import { tellAccount } from '#server/accounts/tasks.ts';
import {
  applicationArrived,
  contestAnswered,
  contestOpened,
  declineDue,
  interviewChanged,
  jobFallsSilent,
  jobFellSilent,
  rankInputsChanged,
  silentJobClosed,
  stageChanged,
} from '#server/applications/tasks.ts';
import { credentialRestored, credentialWithdrawn } from '#server/credentials/tasks.ts';
import { searchMatched } from '#server/matching/tasks.ts';
import { handleTask, type TaskHandler } from '#server/platform/queue-runner.ts';
import { forgetOldNotices } from './forget-notices.ts';
import { notify } from './notify-account.ts';
import { sendDecline } from './send-decline.ts';
import { sendChange, sendDueNotices } from './send-notices.ts';
import { sendSearchNews } from './send-search-news.ts';
import { forgetNotices, sendNotices } from './tasks.ts';
import { tellAnswer, tellContest } from './tell-contest.ts';
import { tellInterview } from './tell-interview.ts';
import { tellMembers } from './tell-members.ts';
import { tellFallsSilent, tellFellSilent, tellSilentJob } from './tell-silence.ts';
import { tellStage } from './tell-stage.ts';

/** The background work of this domain. Every handler may run twice. */
export const notificationHandlers: readonly TaskHandler[] = [
  handleTask(sendNotices, async () => {
    await sendDueNotices(new Date());
  }),
  handleTask(credentialWithdrawn, ({ candidateId, credentialId, how }) =>
    sendChange(candidateId, credentialId, how, new Date()),
  ),
  handleTask(credentialRestored, ({ candidateId, credentialId }) =>
    sendChange(candidateId, credentialId, 'restored', new Date()),
  ),
  handleTask(tellAccount, ({ at, ...notice }) => notify({ ...notice, at: new Date(at) })),
  handleTask(rankInputsChanged, (job) => tellMembers('ranks-changed', job, new Date())),
  handleTask(applicationArrived, (job) => tellMembers('applications-arrived', job, new Date())),
  handleTask(stageChanged, (stage) => tellStage(stage, new Date())),
  handleTask(forgetNotices, () => forgetOldNotices(new Date())),
  handleTask(declineDue, ({ candidateId, applicationId }) =>
    sendDecline(candidateId, applicationId, new Date()),
  ),
  handleTask(searchMatched, ({ at, ...found }) => sendSearchNews({ ...found, at: new Date(at) })),
  handleTask(interviewChanged, ({ candidateId, interviewId }) =>
    tellInterview(candidateId, interviewId, new Date()),
  ),
  handleTask(contestOpened, (which) => tellContest(which, new Date())),
  handleTask(contestAnswered, ({ candidateId, contestId }) => tellAnswer(candidateId, contestId, new Date())),
  handleTask(jobFallsSilent, (which) => tellFallsSilent(which, new Date())),
  handleTask(jobFellSilent, (which) => tellFellSilent(which, new Date())),
  handleTask(silentJobClosed, ({ candidateId, applicationId }) =>
    tellSilentJob(candidateId, applicationId, new Date()),
  ),
];
