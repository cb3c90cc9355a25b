import { Readable } from 'node:stream';
import { AppError } from '#server/platform/errors.ts';
import { candidateScope } from '#server/platform/scope.ts';
import { openExport } from '#server/privacy/index.ts';
import { getSignedIn } from '../auth/session.ts';
import { answerProblem } from './problem.ts';

type RouteContext = { params: Promise<{ exportId: string }> };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The archive of an export, for the candidate whose it is and nobody else. */
export async function answerExport(_request: Request, context: RouteContext): Promise<Response> {
  try {
    const { exportId } = await context.params;
    const person = await getSignedIn();
    if (!person || !uuid.test(exportId))
      throw new AppError('export.unknown', 'not-found', 'There is no such export.', 'Sign in first.');
    const { stream, size, requestedAt } = await openExport(
      candidateScope(person.accountId),
      exportId,
      new Date(),
    );
    return new Response(Readable.toWeb(stream) as ReadableStream, {
      headers: {
        'content-type': 'application/zip',
        'content-length': String(size),
        'content-disposition': `attachment; filename="assay-export-${requestedAt.toISOString().slice(0, 10)}.zip"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  } catch (error) {
    return answerProblem(error);
  }
}
