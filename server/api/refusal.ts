import { TRPCError } from '@trpc/server';
import { AppError, type ErrorDetails, type ErrorKind } from '#server/platform/errors.ts';

/** What a page may say about a call that was refused. */
export interface Refusal {
  kind: ErrorKind;
  code: string;
  message: string;
  hint: string | null;
  details: ErrorDetails;
}

/** The refusal behind an error of the caller, or null for faults. Malformed ids count as not found. */
export function readRefusal(error: unknown): Refusal | null {
  if (!(error instanceof TRPCError)) return null;
  const { cause, code, message } = error;
  if (cause instanceof AppError) {
    const { kind, hint, details } = cause;
    return kind === 'internal' ? null : { kind, code: cause.code, message: cause.message, hint, details };
  }
  if (code !== 'BAD_REQUEST') return null;
  return { kind: 'not-found', code: 'input.malformed', message, hint: null, details: {} };
}
