import { readDatabaseFault } from '#server/platform/database-fault.ts';
import { AppError, type ErrorKind } from '#server/platform/errors.ts';
import { log } from '#server/platform/log.ts';

const statusOfKind: Record<ErrorKind, number> = {
  'bad-input': 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-many': 429,
  unavailable: 503,
  internal: 500,
};

/** An error as problem+json (RFC 9457); faults keep their words to the log. `as` overrules the status of its kind. */
export function answerProblem(error: unknown, as: number | null = null): Response {
  const known = error instanceof AppError ? error : readDatabaseFault(error);
  if (!known) log.error({ error: error instanceof Error ? error.stack : 'unknown' }, 'fault');
  const status = as ?? (known ? statusOfKind[known.kind] : 500);
  const body = {
    type: 'about:blank',
    title: known?.message ?? 'Something broke on our side.',
    status,
    code: known?.code ?? 'server.fault',
    ...(known?.hint ? { detail: known.hint } : {}),
  };
  const seconds = known instanceof AppError ? known.details?.seconds : undefined;
  const headers = {
    'content-type': 'application/problem+json',
    ...(typeof seconds === 'number' ? { 'retry-after': String(seconds) } : {}),
  };
  return Response.json(body, { status, headers });
}
