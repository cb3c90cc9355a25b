import { AppError } from '#server/platform/errors.ts';
import { findIssued, markRevoked } from './store/issuing.ts';

/**
 * Withdraws an issued credential: the issuer's list says so from the next time it is asked.
 * Errors: `issuing.unknown`, `issuing.already_revoked`.
 */
export async function revokeIssued(id: string, reason: string, now: Date): Promise<void> {
  if (await markRevoked(id, now, reason)) return;
  if (await findIssued(id))
    throw new AppError('issuing.already_revoked', 'conflict', 'This credential was withdrawn before.');
  throw new AppError('issuing.unknown', 'not-found', 'There is no such issued credential.');
}
