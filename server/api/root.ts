import type { Context } from './context.ts';
import { accountRouter } from './rpc/account.ts';
import { applicationsRouter } from './rpc/applications.ts';
import { contestsRouter } from './rpc/contests.ts';
import { credentialsRouter } from './rpc/credentials.ts';
import { demoRouter } from './rpc/demo.ts';
import { helpRouter } from './rpc/help.ts';
import { interviewsRouter } from './rpc/interviews.ts';
import { issuersRouter } from './rpc/issuers.ts';
import { jobsRouter } from './rpc/jobs.ts';
import { notificationsRouter } from './rpc/notifications.ts';
import { organizationsRouter } from './rpc/organizations.ts';
import { paletteRouter } from './rpc/palette.ts';
import { pipelineRouter } from './rpc/pipeline.ts';
import { policyRouter } from './rpc/policy.ts';
import { privacyRouter } from './rpc/privacy.ts';
import { profileRouter } from './rpc/profile.ts';
import { rankingRouter } from './rpc/ranking.ts';
import { searchesRouter } from './rpc/searches.ts';
import { skillsRouter } from './rpc/skills.ts';
import { teamRouter } from './rpc/team.ts';
import { walletsRouter } from './rpc/wallets.ts';
import { t } from './trpc.ts';

/** Every procedure of the product. */
export const appRouter = t.router({
  account: accountRouter,
  applications: applicationsRouter,
  contests: contestsRouter,
  credentials: credentialsRouter,
  demo: demoRouter,
  help: helpRouter,
  interviews: interviewsRouter,
  issuers: issuersRouter,
  jobs: jobsRouter,
  notifications: notificationsRouter,
  organizations: organizationsRouter,
  palette: paletteRouter,
  pipeline: pipelineRouter,
  privacy: privacyRouter,
  policy: policyRouter,
  profile: profileRouter,
  ranking: rankingRouter,
  searches: searchesRouter,
  skills: skillsRouter,
  team: teamRouter,
  wallets: walletsRouter,
});

/** The type that clients are made from. */
export type AppRouter = typeof appRouter;

/** Calls procedures inside this process, with the same checks as over the network. */
export function createCaller(context: Context) {
  return t.createCallerFactory(appRouter)(context);
}
