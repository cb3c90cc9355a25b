import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { getSignedIn } from '../auth/session.ts';
import { appRouter } from '../root.ts';
import { bodyLimit, limitBody } from './limit-body.ts';

/** The address a request came from, as the nearest proxy saw it; only for rate limits. */
export function remoteAddress(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'local';
}

/** Answers procedure calls over HTTP. Bodies are limited before anything parses them. */
export async function answerProcedureCall(request: Request): Promise<Response> {
  const limited = limitBody(request, bodyLimit);
  if (!limited) {
    const message = 'The file is over the limit of 10 MB.';
    return Response.json(
      {
        error: {
          json: {
            message,
            code: -32013,
            data: {
              code: 'PAYLOAD_TOO_LARGE',
              httpStatus: 413,
              appCode: 'file.too_large',
              kind: 'bad-input',
              hint: 'Unpack it and send the badge alone.',
              details: {},
              issues: null,
            },
          },
        },
      },
      { status: 413 },
    );
  }
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: limited,
    router: appRouter,
    createContext: async () => ({
      person: await getSignedIn(),
      now: new Date(),
      address: remoteAddress(request.headers),
    }),
  });
}
