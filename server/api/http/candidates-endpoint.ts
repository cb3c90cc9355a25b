import { TRPCError } from '@trpc/server';
import { parseListView } from '#server/matching/schemas.ts';
import { AppError } from '#server/platform/errors.ts';
import { getSignedIn } from '../auth/session.ts';
import { createCaller } from '../root.ts';
import { answerProblem } from './problem.ts';
import { remoteAddress } from './remote-address.ts';

type RouteContext = { params: Promise<{ org: string; jobId: string }> };

/** What the procedure refused with; an address that names no job is one that does not exist. */
function causeOf(error: unknown): unknown {
  if (!(error instanceof TRPCError)) return error;
  if (error.code === 'BAD_REQUEST' && !(error.cause instanceof AppError))
    return new AppError('job.unknown', 'not-found', 'There is no such job.');
  return error.cause ?? error;
}

/** A job's ranked list as CSV: the filters and the order of its address, with the rights of who asks. */
export async function answerCandidates(request: Request, context: RouteContext): Promise<Response> {
  try {
    const { org, jobId } = await context.params;
    const person = await getSignedIn();
    const caller = createCaller({ person, now: new Date(), address: remoteAddress(request.headers) });
    const view = parseListView(new URL(request.url).search);
    const { name, csv } = await caller.ranking.export({ org, jobId, ...view });
    return new Response(csv, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  } catch (error) {
    return answerProblem(causeOf(error));
  }
}
