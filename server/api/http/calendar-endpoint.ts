import { getCalendar } from '#server/applications/index.ts';
import { AppError } from '#server/platform/errors.ts';
import { accountScope, candidateScope } from '#server/platform/scope.ts';
import { getSignedIn } from '../auth/session.ts';
import { answerProblem } from './problem.ts';

type RouteContext = { params: Promise<{ id: string }> };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An interview as an iCalendar file, for its candidate and for members who may read candidates; nobody else. */
export async function answerCalendar(_request: Request, context: RouteContext): Promise<Response> {
  try {
    const { id } = await context.params;
    const person = await getSignedIn();
    if (!person || !uuid.test(id))
      throw new AppError('interview.unknown', 'not-found', 'There is no such interview.');
    const { accountId } = person;
    const file = await getCalendar(accountScope(accountId), candidateScope(accountId), id, new Date());
    return new Response(file.text, {
      headers: {
        'content-type': `text/calendar; charset=utf-8; method=${file.method}; component=VEVENT`,
        'content-disposition': `attachment; filename="${file.name}"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  } catch (error) {
    return answerProblem(error);
  }
}
