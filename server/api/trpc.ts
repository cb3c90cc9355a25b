import { randomUUID } from 'node:crypto';
import { initTRPC, type TRPC_ERROR_CODE_KEY, TRPCError } from '@trpc/server';
import superjson from 'superjson';
import { z } from 'zod';
import { readDatabaseFault } from '#server/platform/database-fault.ts';
import { AppError, type ErrorKind } from '#server/platform/errors.ts';
import { log } from '#server/platform/log.ts';
import type { Context } from './context.ts';

/** Who may call a procedure, declared on each and listed in docs/security/access.md. */
export interface ProcedureMeta {
  allow: 'anyone' | 'signed-in' | 'candidate' | 'demo' | `org:${string}`;
}

const statusOfKind: Record<ErrorKind, TRPC_ERROR_CODE_KEY> = {
  'bad-input': 'BAD_REQUEST',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  'not-found': 'NOT_FOUND',
  conflict: 'CONFLICT',
  gone: 'NOT_FOUND',
  'too-many': 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
  internal: 'INTERNAL_SERVER_ERROR',
};

/** What went wrong before or behind the procedures, where no error of ours can say it. */
function describeOutside({ code, cause }: TRPCError, hasIssues: boolean): AppError {
  if (hasIssues) return new AppError('input.malformed', 'bad-input', 'Some fields need mending.');
  if (code === 'NOT_FOUND')
    return new AppError('request.unknown', 'not-found', 'There is no such procedure.');
  if (code !== 'INTERNAL_SERVER_ERROR')
    return new AppError('request.malformed', 'bad-input', 'This request cannot be read.');
  return readDatabaseFault(cause) ?? new AppError('server.fault', 'internal', 'Something broke on our side.');
}

/** Logs a fault that happened outside the procedures, where `errorEdge` does not see it. */
export function logOutsideFault(error: TRPCError, path: string | undefined): void {
  if (error.code !== 'INTERNAL_SERVER_ERROR' || error.cause instanceof AppError) return;
  log.error({ path, error: error.cause?.message, stack: error.cause?.stack }, 'fault outside procedures');
}

/** The one instance of the procedure library. */
export const t = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    transformer: superjson,
    errorFormatter({ shape, error }) {
      const isIssue = error.code === 'BAD_REQUEST' && error.cause instanceof z.ZodError;
      const issues = isIssue ? z.flattenError(error.cause as z.ZodError) : null;
      const known = error.cause instanceof AppError ? error.cause : describeOutside(error, issues !== null);
      const { stack: _stack, ...data } = shape.data as typeof shape.data & { stack?: string };
      return {
        ...shape,
        message: known.message,
        data: {
          ...data,
          ...(known.kind === 'gone' ? { httpStatus: 410 } : {}),
          appCode: known.code,
          kind: known.kind,
          hint: known.hint,
          details: known.details,
          issues: issues && { form: issues.formErrors, fields: issues.fieldErrors },
        },
      };
    },
  });

/**
 * The error edge, once for all procedures: kinds become statuses, faults lose their words and get a number
 * under which the log holds them. `next()` does not throw in this library: the result is read.
 */
export const errorEdge = t.middleware(async ({ next, path }) => {
  const result = await next();
  if (result.ok) return result;
  const { code } = result.error;
  const raced = result.error.cause instanceof AppError ? null : readDatabaseFault(result.error.cause);
  if (raced) log.warn({ path, code: raced.code, error: result.error.cause?.message }, 'database refused');
  const cause = raced ?? result.error.cause;
  if (cause instanceof AppError && cause.kind !== 'internal') {
    log.debug({ path, code: cause.code }, 'refused');
    return {
      ...result,
      error: new TRPCError({ code: statusOfKind[cause.kind], message: cause.message, cause }),
    };
  }
  if (code !== 'INTERNAL_SERVER_ERROR') return result;
  const fault = randomUUID().slice(0, 8);
  log.error({ path, fault, error: cause?.message, stack: cause?.stack }, 'fault');
  const shown = new AppError(
    'server.fault',
    'internal',
    `Something broke on our side (fault ${fault}).`,
    'Try again; if it stays, tell us the number.',
    { fault },
  );
  return {
    ...result,
    error: new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: shown.message, cause: shown }),
  };
});
