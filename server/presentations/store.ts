import { db } from '#server/platform/db.ts';
import type { AccountScope } from '#server/platform/scope.ts';
import type { WalletQuery } from './core/dcql.ts';

/** What was presented and verified: the texts of credentials, and the DIDs that signed the presentations. */
export type Received = { credentials: string[]; holders: string[] };

/** A request as it was sent. */
export type StoredRequest = {
  id: string;
  accountId: string;
  clientId: string;
  nonce: string;
  state: string;
  query: WalletQuery;
};

const shown = { id: true, userId: true, clientId: true, nonce: true, state: true, query: true } as const;

type Row = { id: string; userId: string; clientId: string; nonce: string; state: string; query: unknown };

const toRequest = ({ userId, query, ...rest }: Row): StoredRequest => ({
  ...rest,
  accountId: userId,
  query: query as WalletQuery,
});

/** Stores a request of a person; returns its id. */
export async function insertRequest(
  scope: AccountScope,
  request: {
    clientId: string;
    nonce: string;
    state: string;
    query: WalletQuery;
    expiresAt: Date;
    createdAt: Date;
  },
): Promise<string> {
  const data = { ...request, query: JSON.parse(JSON.stringify(request.query)), userId: scope.accountId };
  const row = await db().walletRequest.create({ data, select: { id: true } });
  return row.id;
}

/** The request that a wallet may fetch: by id, not answered, not over. The id is known to whoever has the link. */
export async function findOpenRequest(id: string, now: Date): Promise<StoredRequest | null> {
  const where = { id, standing: 'waiting', expiresAt: { gt: now } };
  const row = await db().walletRequest.findFirst({ where, select: shown });
  return row && toRequest(row);
}

/**
 * Uses the state of a request up: the request for the first answer that brings it in time, null for every other one.
 * One statement, so that two answers at once cannot both have it.
 */
export async function takeByState(state: string, now: Date): Promise<StoredRequest | null> {
  const [row] = await db().$queryRaw<Row[]>`
    update wallet_request set standing = 'checking'
    where state = ${state} and standing = 'waiting' and expires_at > ${now}
    returning id, account_id as "userId", client_id as "clientId", nonce, state, query`;
  return row ? toRequest(row) : null;
}

/** Ends a request of which nothing came. */
export async function refuseRequest(id: string, code: string): Promise<void> {
  const where = { id, standing: 'checking' };
  await db().walletRequest.updateMany({ where, data: { standing: 'refused', code } });
}

/** Keeps what was presented until the browser brings the code back. */
export async function answerRequest(
  id: string,
  received: Received,
  responseCodeHash: string,
  expiresAt: Date,
): Promise<void> {
  const where = { id, standing: 'checking' };
  const data = { standing: 'answered', received, responseCodeHash, expiresAt };
  await db().walletRequest.updateMany({ where, data });
}

/** The person's own request. */
export function findRequest(scope: AccountScope, id: string) {
  return db().walletRequest.findFirst({
    where: { id, userId: scope.accountId },
    select: { standing: true, code: true, expiresAt: true },
  });
}

/** Whose answered request a code belongs to; whoever has the code may know. */
export function findByCode(responseCodeHash: string, now: Date) {
  return db().walletRequest.findFirst({
    where: { responseCodeHash, expiresAt: { gt: now } },
    select: { standing: true, user: { select: { id: true, email: true } } },
  });
}

/** Hashes of the codes that the person's answered requests wait for. */
export async function listAwaitedCodes(scope: AccountScope, now: Date): Promise<string[]> {
  const rows = await db().walletRequest.findMany({
    where: { userId: scope.accountId, standing: 'answered', expiresAt: { gt: now } },
    select: { responseCodeHash: true },
    take: 20,
  });
  return rows.flatMap(({ responseCodeHash }) => responseCodeHash ?? []);
}

/** Takes what a request of the person received, once; null when there is nothing (any more). */
export async function takeReceived(
  scope: AccountScope,
  responseCodeHash: string,
  now: Date,
): Promise<Received | null> {
  const [row] = await db().$queryRaw<{ received: Received }[]>`
    with taken as (
      select id, received from wallet_request
      where response_code_hash = ${responseCodeHash} and account_id = ${scope.accountId}::uuid
        and standing = 'answered' and expires_at > ${now}
      for update)
    update wallet_request set standing = 'done', received = null from taken
    where wallet_request.id = taken.id
    returning taken.received`;
  return row?.received ?? null;
}

/** Removes requests that are over, with whatever they received. Returns how many there were. */
export async function deleteEndedRequests(now: Date): Promise<number> {
  const { count } = await db().walletRequest.deleteMany({ where: { expiresAt: { lt: now } } });
  return count;
}
