import { AppError } from '#server/platform/errors.ts';
import { takePoint } from '#server/platform/rate-limit.ts';
import { receiveAnswer, signRequest } from '#server/presentations/index.ts';
import { limitBody, smallBodyLimit } from './limit-body.ts';
import { answerProblem } from './problem.ts';
import { remoteAddress } from './remote-address.ts';

type RouteContext = { params: Promise<{ requestId: string }> };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const answerRate = { name: 'wallet-answer', points: 60, seconds: 300 };
/** Wallets in browsers ask, too; nothing here depends on who is signed in. */
const headers = { 'cache-control': 'no-store', 'access-control-allow-origin': '*' };

function withHeaders(response: Response): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** The signed request object that a wallet fetches, by GET or POST (OpenID4VP 1.0 §5.10). */
export async function answerRequestObject(_request: Request, context: RouteContext): Promise<Response> {
  try {
    const { requestId } = await context.params;
    if (!uuid.test(requestId))
      throw new AppError('request.unknown', 'not-found', 'There is no such procedure.');
    const token = await signRequest(requestId, new Date());
    return new Response(token, {
      headers: { ...headers, 'content-type': 'application/oauth-authz-req+jwt' },
    });
  } catch (error) {
    return withHeaders(answerProblem(error));
  }
}

/** Takes the answer of a wallet (`direct_post`, OpenID4VP 1.0 §8.2), and says where the browser goes from here. */
export async function answerWallet(request: Request): Promise<Response> {
  try {
    await takePoint(answerRate, remoteAddress(request.headers));
    const form = await readForm(request);
    const only = (name: string) => {
      const values = form.getAll(name);
      if (values.length > 1) throw unreadable(`${name} is there twice`);
      return values[0] ?? null;
    };
    const answer = { state: only('state'), vpToken: only('vp_token'), error: only('error') };
    const { redirectUri } = await receiveAnswer(answer, new Date());
    return Response.json({ redirect_uri: redirectUri }, { headers });
  } catch (error) {
    return withHeaders(answerProblem(error));
  }
}

async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') throw unreadable('it is no form');
  const limited = limitBody(request, smallBodyLimit);
  if (!limited) throw unreadable('it is over the limit of 1 MB');
  try {
    return new URLSearchParams(await limited.request.text());
  } catch {
    throw unreadable(limited.isTooLarge() ? 'it is over the limit of 1 MB' : 'it breaks off');
  }
}

const unreadable = (why: string) =>
  new AppError('presentation.malformed', 'bad-input', `The answer cannot be read: ${why}.`);
