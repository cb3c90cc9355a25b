import { randomUUID } from 'node:crypto';
import { initTRPC, type TRPC_ERROR_CODE_KEY, TRPCError } from '@trpc/server';
import superjson from 'superjson';
import { z } from 'zod';
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

/** The one instance of the procedure library. */
export const t = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    transformer: superjson,
    errorFormatter({ shape, error }) {
      const known = error.cause instanceof AppError ? error.cause : null;
      const issues = error.cause instanceof z.ZodError ? z.flattenError(error.cause) : null;
      const { stack: _stack, ...data } = shape.data as typeof shape.data & { stack?: string };
      return {
        ...shape,
        message: issues ? 'Some fields need mending.' : shape.message,
        data: {
          ...data,
          appCode: known?.code ?? (issues ? 'input.malformed' : 'server.fault'),
          kind: known?.kind ?? (issues ? 'bad-input' : 'internal'),
          hint: known?.hint ?? null,
          details: known?.details ?? {},
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
  const { cause, code } = result.error;
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
