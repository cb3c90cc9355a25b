import type { Context } from './context.ts';
import { jobsRouter } from './rpc/jobs.ts';
import { organizationsRouter } from './rpc/organizations.ts';
import { accountRouter } from './rpc/account.ts';
import { t } from './trpc.ts';

/** Every procedure of the product. */
export const appRouter = t.router({
  account: accountRouter,
  jobs: jobsRouter,
  organizations: organizationsRouter,
});

/** The type that clients are made from. */
export type AppRouter = typeof appRouter;

/** Calls procedures inside this process, with the same checks as over the network. */
export function createCaller(context: Context) {
  return t.createCallerFactory(appRouter)(context);
}
