import { randomBytes } from 'node:crypto';
import { env } from '#server/platform/env.ts';
import { AppError } from '#server/platform/errors.ts';
import { takePoint } from '#server/platform/rate-limit.ts';
import type { AccountScope } from '#server/platform/scope.ts';
import { installationDid, signAsInstallation } from '#server/platform/signing-keys.ts';
import { type AskedSkill, askForAnyBadge, askForSkills } from './core/dcql.ts';
import {
  didClientId,
  linkByReference,
  linkByValue,
  plainClientId,
  requestClaims,
  requestMs,
} from './core/request.ts';
import { findOpenRequest, insertRequest } from './store.ts';

const startRate = { name: 'wallet-request', points: 60, seconds: 3_600 };

function addressOf(path: string): string {
  return new URL(path, env().NEXTAUTH_URL).href;
}

const responsePath = '/api/openid4vp/response';
const fresh = () => randomBytes(32).toString('base64url');

/** What is wanted of a request: without a signature, and for which skills (any badge where none are given). */
export type RequestWishes = { plain: boolean; skills: readonly AskedSkill[] | null };

/**
 * Starts a request to a wallet, to be answered once within five minutes. Errors: `presentation.nothing_to_ask` (a job
 * whose skills have no URI), `rate.exceeded`.
 */
export async function startRequest(
  scope: AccountScope,
  { plain, skills }: RequestWishes,
  now: Date,
): Promise<{ id: string; link: string; expiresAt: Date }> {
  const query = skills === null ? askForAnyBadge(env().WALLET_SD_JWT_TYPES) : askForSkills(skills);
  if (query === null)
    throw new AppError(
      'presentation.nothing_to_ask',
      'conflict',
      'This job names no skill that a wallet could be asked for.',
      'Ask for any badge instead.',
    );
  await takePoint(startRate, scope.accountId);
  const responseUri = addressOf(responsePath);
  const clientId = plain ? plainClientId(responseUri) : didClientId(installationDid());
  const expiresAt = new Date(now.getTime() + requestMs);
  const request = { clientId, nonce: fresh(), state: fresh(), query };
  const id = await insertRequest(scope, { ...request, expiresAt, createdAt: now });
  const link = plain
    ? linkByValue({ ...request, responseUri })
    : linkByReference(clientId, addressOf(`/api/openid4vp/request/${id}`));
  return { id, link, expiresAt };
}

/** The signed request object behind a link (RFC 9101). Errors: `presentation.request_over`. */
export async function signRequest(id: string, now: Date): Promise<string> {
  const request = await findOpenRequest(id, now);
  if (!request || request.clientId !== didClientId(installationDid()))
    throw new AppError(
      'presentation.request_over',
      'gone',
      'This request was answered already, or is too old.',
      'Start again on the page that showed it.',
    );
  const claims = requestClaims({ ...request, responseUri: addressOf(responsePath) }, now);
  return signAsInstallation(claims, { typ: 'oauth-authz-req+jwt', now, asDid: true });
}
