import { randomBytes } from 'node:crypto';
import { env } from '#server/platform/env.ts';
import { AppError } from '#server/platform/errors.ts';
import { takePoint } from '#server/platform/rate-limit.ts';
import type { AccountScope } from '#server/platform/scope.ts';
import { insertDidChallenge, takeDidChallenge } from './store/dids.ts';

const minutes = 5;
const openRate = { name: 'did-challenge', points: 30, seconds: 3_600 };

/** What a person is to sign with the key of a DID: a fresh nonce of 256 bits, and the address that people type. */
export interface DidChallenge {
  challenge: string;
  domain: string;
  expiresAt: Date;
}

/** Our name in a proof that is made for an account. */
function challengeDomain(): string {
  return new URL(env().NEXTAUTH_URL).origin;
}

/** Makes a challenge for this person alone, good for one try within five minutes. Errors: `rate.exceeded`. */
export async function openDidChallenge(scope: AccountScope, now: Date): Promise<DidChallenge> {
  await takePoint(openRate, scope.accountId);
  const challenge = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + minutes * 60_000);
  await insertDidChallenge(scope, challenge, expiresAt);
  return { challenge, domain: challengeDomain(), expiresAt };
}

/**
 * Uses a challenge up, whatever comes of the try, and says what had to be signed.
 * Errors: `did.challenge_over` (used, expired, or made for somebody else).
 */
export async function spendDidChallenge(
  scope: AccountScope,
  challenge: string,
  now: Date,
): Promise<{ challenge: string; domain: string }> {
  if (!(await takeDidChallenge(scope, challenge, now)))
    throw new AppError(
      'did.challenge_over',
      'gone',
      'This challenge was used already, or is too old.',
      'Ask for another one, sign it, and paste it within five minutes.',
    );
  return { challenge, domain: challengeDomain() };
}
