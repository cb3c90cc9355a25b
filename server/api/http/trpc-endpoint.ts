import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { AppError } from '#server/platform/errors.ts';
import { getSignedIn } from '../auth/session.ts';
import type { SignedIn } from '../context.ts';
import { appRouter } from '../root.ts';
import { logOutsideFault } from '../trpc.ts';
import { limitBody, limitFor, smallBodyLimit } from './limit-body.ts';
import { foreignOrigin, isFromOwnPage } from './own-origin.ts';
import { remoteAddress } from './remote-address.ts';

const mostCallsAtOnce = 30;

/** Answers procedure calls over HTTP. Origin and size are looked at before anything is parsed. */
export async function answerProcedureCall(
  request: Request,
  _context: unknown = null,
  findPerson: () => Promise<SignedIn | null> = getSignedIn,
): Promise<Response> {
  if (request.method !== 'GET' && !isFromOwnPage(request)) return refuse(foreignOrigin(), 'FORBIDDEN', 403);
  const limit = limitFor(request);
  const limited = limitBody(request, limit);
  if (!limited) return refuseSize(limit);
  const response = await fetchRequestHandler({
    endpoint: '/api/trpc',
    req: limited.request,
    router: appRouter,
    maxBatchSize: mostCallsAtOnce,
    createContext: async () => ({
      person: await findPerson(),
      now: new Date(),
      address: remoteAddress(request.headers),
    }),
    onError: ({ error, path }) => logOutsideFault(error, path),
    responseMeta: ({ errors }) => ({
      // The procedure library has no word for 410.
      ...(errors.length === 1 && isGone(errors[0]?.cause) ? { status: 410 } : {}),
      headers: { 'cache-control': 'private, no-store' },
    }),
  });
  return limited.isTooLarge() ? refuseSize(limit) : response;
}

function isGone(cause: unknown): boolean {
  return cause instanceof AppError && cause.kind === 'gone';
}

function refuseSize(limit: number): Response {
  const error =
    limit === smallBodyLimit
      ? new AppError('request.too_large', 'bad-input', 'The request is over the limit of 1 MB.')
      : new AppError(
          'file.too_large',
          'bad-input',
          'The file is over the limit of 10 MB.',
          'Unpack it and send the badge alone.',
        );
  return refuse(error, 'PAYLOAD_TOO_LARGE', 413);
}

/** A refusal in the shape of the procedure library, for what never reaches it. */
function refuse(error: AppError, code: string, httpStatus: number): Response {
  const { code: appCode, kind, hint, details, message } = error;
  const data = { code, httpStatus, appCode, kind, hint, details, issues: null };
  return Response.json(
    { error: { json: { message, code: httpStatus === 413 ? -32013 : -32003, data } } },
    { status: httpStatus, headers: { 'cache-control': 'private, no-store' } },
  );
}
