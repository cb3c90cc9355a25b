import NextAuth from 'next-auth';
import { env } from '#server/platform/env.ts';
import { AppError } from '#server/platform/errors.ts';
import { takePoint } from '#server/platform/rate-limit.ts';
import { authOptions } from '../auth/options.ts';
import { limitBody } from './limit-body.ts';
import { answerProblem } from './problem.ts';
import { remoteAddress } from './remote-address.ts';

type RouteContext = { params: Promise<{ nextauth: string[] }> };

const formLimit = 64 * 1024;
/** Sign-in mails that one place may cause, whoever they go to. */
const placeRate = { name: 'sign-in-place', points: 30, seconds: 900 };

function onlyRefusals(error: unknown): AppError {
  if (error instanceof AppError) return error;
  throw error;
}

/** In the library's own terms: its script reads `url`, a plain form follows a redirect. */
function answerTooMany(request: Request): Response {
  const path = '/sign-in?error=TooMany';
  if (request.headers.get('accept')?.includes('text/html'))
    return new Response(null, { status: 303, headers: { location: path } });
  return Response.json({ url: new URL(path, env().NEXTAUTH_URL).href }, { status: 429 });
}

/**
 * The library reads the query from `nextUrl` and all else from the standard request. Next's own request has it, and
 * lets nobody set it; the one that stands in for it while a body is counted does not.
 */
function withNextUrl(request: Request): Request {
  return 'nextUrl' in request ? request : Object.assign(request, { nextUrl: new URL(request.url) });
}

/** The sign-in library's own routes, with a limit on what they read and how many mails one place may cause. */
export async function answerSignIn(request: Request, context: RouteContext): Promise<Response> {
  const limited = limitBody(request, formLimit);
  if (!limited) return answerTooLarge();
  try {
    const { nextauth } = await context.params;
    if (request.method === 'POST' && nextauth.join('/') === 'signin/email') {
      const refusal = await takePoint(placeRate, remoteAddress(request.headers)).catch(onlyRefusals);
      if (refusal) return answerTooMany(request);
    }
    const asked = withNextUrl(limited.request);
    return await (NextAuth(asked as never, context as never, authOptions()) as Promise<Response>);
  } catch (error) {
    return limited.isTooLarge() ? answerTooLarge() : answerProblem(error);
  }
}

function answerTooLarge(): Response {
  return answerProblem(
    new AppError('request.too_large', 'bad-input', 'The form is over the limit of 64 kB.'),
    413,
  );
}
