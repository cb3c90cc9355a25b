export { describeLines } from './describe-lines.ts';
export { getJob, getPublishedJob } from './get-job.ts';
export { listAskedSkills } from './list-asked-skills.ts';
export { type AskingJobs, listJobsAsking } from './list-asking.ts';
export {
  countPublishedJobs,
  getPublicJobs,
  listAskingJobs,
  listJobs,
  listPublishedJobs,
  searchJobs,
} from './list-jobs.ts';
export { closeJob, createJob, publishJob, updateJob } from './save-job.ts';
export { countOpenJobs } from './store/count-open.ts';
export { closeQuietJob, listQuietJobs, type QuietJob, writeSilenceTold } from './store/quiet-jobs.ts';
