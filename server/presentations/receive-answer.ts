import { createHash, randomBytes } from 'node:crypto';
import { type CachedFetch, rememberAnswers } from '#server/credentials/index.ts';
import { env } from '#server/platform/env.ts';
import { AppError } from '#server/platform/errors.ts';
import { log } from '#server/platform/log.ts';
import { isSatisfied, type ShownCredential } from './core/dcql.ts';
import { readVpToken } from './core/response.ts';
import { answerRequest, type Received, refuseRequest, type StoredRequest, takeByState } from './store.ts';
import { type Discarded, type Verified, verifyAnswer } from './verify-answer.ts';

/** How long the browser may take to bring the code back, in milliseconds. */
const bringBackMs = 10 * 60_000;
/** After this long nothing more of an answer is verified, in milliseconds. */
const longestMs = 20_000;

/** What a wallet posts (OpenID4VP 1.0 §8.2). */
export type WalletAnswer = { state: string | null; vpToken: string | null; error: string | null };

/** The stored form of a response code. */
export function hashCode(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}

/**
 * Takes the answer of a wallet: once for each request, verified in full, and kept until the browser that asked brings the
 * code back (verification.md §2.13). Returns where the wallet is to send the browser.
 * Errors: `presentation.replayed`, `presentation.malformed`, `presentation.not_verified`, `presentation.unmet`.
 */
export async function receiveAnswer(
  answer: WalletAnswer,
  now: Date,
  fetch: CachedFetch = rememberAnswers(),
): Promise<{ redirectUri: string }> {
  const request = answer.state === null ? null : await takeByState(answer.state, now);
  if (!request) throw replayed();
  try {
    if (answer.error !== null) {
      await refuseRequest(request.id, 'declined');
      return { redirectUri: new URL('/wallet/import', env().NEXTAUTH_URL).href };
    }
    const received = await verifyAll(answer.vpToken, request, now, fetch);
    const code = randomBytes(32).toString('base64url');
    await answerRequest(request.id, received, hashCode(code), new Date(now.getTime() + bringBackMs));
    return { redirectUri: new URL(`/from-wallet?code=${code}`, env().NEXTAUTH_URL).href };
  } catch (error) {
    // Whatever happened, the state is used up; the page that waits must hear of it.
    const code = error instanceof AppError ? String(error.details.reason ?? 'not-verified') : 'fault';
    await refuseRequest(request.id, code);
    throw error;
  }
}

async function verifyAll(
  vpToken: string | null,
  request: StoredRequest,
  now: Date,
  fetch: CachedFetch,
): Promise<Received> {
  const read = readVpToken(vpToken ?? '', request.query);
  if (!read.ok)
    throw new AppError(
      'presentation.malformed',
      'bad-input',
      `The answer cannot be read: ${read.detail}.`,
      'Start again; if it stays, the wallet does not speak OpenID4VP 1.0.',
      { reason: 'malformed' },
    );
  const endsAt = performance.now() + longestMs;
  const isLate = () => performance.now() > endsAt;
  const outcomes: (Verified | Discarded)[] = [];
  for (const answered of read.answered) {
    const outcome = await verifyAnswer(answered, request, now, fetch, isLate);
    // One wrong nonce spoils all: whoever mixes conversations is no wallet to trust (OpenID4VP 1.0 §14.1.2).
    if (!outcome.ok && outcome.code === 'replayed') throw replayed();
    outcomes.push(outcome);
  }
  return gather(request, outcomes);
}

function gather(request: StoredRequest, outcomes: readonly (Verified | Discarded)[]): Received {
  const standing = outcomes.filter((outcome) => outcome.ok);
  const discarded = outcomes.filter((outcome) => !outcome.ok);
  for (const { code, detail } of discarded) log.info({ code, detail }, 'a presentation was discarded');
  const [first] = discarded;
  if (standing.length === 0)
    throw new AppError(
      'presentation.not_verified',
      'bad-input',
      `Nothing that was presented could be accepted: ${first?.detail ?? 'there was nothing'}.`,
      'Choose other credentials, and present them with the key they were issued to.',
      { reason: first?.code ?? 'not-verified' },
    );
  const shown: Record<string, ShownCredential[]> = {};
  for (const { queryId, credentials } of standing)
    shown[queryId] = [...(shown[queryId] ?? []), ...credentials.map((entry) => entry.shown)];
  if (!isSatisfied(request.query, shown))
    throw new AppError(
      'presentation.unmet',
      'bad-input',
      'What was presented is not all that was asked for.',
      'Present every credential that is asked for.',
      { reason: 'unmet' },
    );
  return {
    credentials: [...new Set(standing.flatMap(({ credentials }) => credentials.map(({ text }) => text)))],
    holders: [...new Set(standing.map(({ holder }) => holder))],
  };
}

const replayed = () =>
  new AppError(
    'presentation.replayed',
    'gone',
    'This presentation was made for another request.',
    'Start again from your wallet.',
    { reason: 'replayed' },
  );
