import { z } from 'zod';
import { defineTask } from '#server/platform/task.ts';

/** The hour of a decline has come: the candidate is to be told, unless it was taken back. Handled by `notifications`. */
export const declineDue = defineTask(
  'applications.decline-due',
  z.object({ candidateId: z.uuid(), applicationId: z.uuid() }),
);

/** An interview was set, changed or cancelled: its candidate is to be told. Handled by `notifications`. */
export const interviewChanged = defineTask(
  'applications.interview-changed',
  z.object({ candidateId: z.uuid(), interviewId: z.uuid() }),
);

/** A candidate contests a decline: whoever decides is to be told. Handled by `notifications`. */
export const contestOpened = defineTask(
  'applications.contest-opened',
  z.object({ organizationId: z.uuid(), jobId: z.uuid(), applicationId: z.uuid() }),
);

/** A person answered a contest: the candidate is to be told. Handled by `notifications`. */
export const contestAnswered = defineTask(
  'applications.contest-answered',
  z.object({ candidateId: z.uuid(), contestId: z.uuid() }),
);

/** The clock says: look for published jobs in which nothing happens. */
export const closeIdle = defineTask('applications.close-idle', z.object({}).loose());

/** A job closes itself at `until` unless something happens: members are to be told. Handled by `notifications`. */
export const jobFallsSilent = defineTask(
  'applications.job-falls-silent',
  z.object({ jobId: z.uuid(), organizationId: z.uuid(), until: z.iso.datetime() }),
);

/** A job closed itself: members are to be told. Handled by `notifications`. */
export const jobFellSilent = defineTask(
  'applications.job-fell-silent',
  z.object({ jobId: z.uuid(), organizationId: z.uuid() }),
);

/** A job closed itself while this application waited: its candidate is to be told. Handled by `notifications`. */
export const silentJobClosed = defineTask(
  'applications.silent-job-closed',
  z.object({ candidateId: z.uuid(), applicationId: z.uuid() }),
);

/** What is proven in applications to a job changed: ranks may have moved. Handled by `notifications`. */
export const rankInputsChanged = defineTask(
  'applications.rank-inputs-changed',
  z.object({ organizationId: z.uuid(), jobId: z.uuid() }),
);

/**
 * A candidate's application is in another stage, or back in the one before. Handled by `notifications`, in the bell at
 * once and by mail at a stated hour.
 */
export const stageChanged = defineTask(
  'applications.stage-changed',
  z.object({ candidateId: z.uuid(), applicationId: z.uuid(), byMail: z.boolean() }),
);

/** Somebody applied to a job. Handled by `notifications`. */
export const applicationArrived = defineTask(
  'applications.arrived',
  z.object({ organizationId: z.uuid(), jobId: z.uuid() }),
);

/** The clock says: count open applications that were never counted. */
export const countApplicationsAnew = defineTask('applications.count', z.object({}).loose());
