import { createHash } from 'node:crypto';
import { idOf, type JsonObject, textOf, typesOf } from '../core/json.ts';
import type { GatherContext } from './context.ts';
import { lifeOfToken, openBitList, type StatedLife } from './status/open-list.ts';
import { readToken } from './token.ts';
import { readList, verifyList } from './vc.ts';

/**
 * What a whole list is, asked apart from any credential. `mark` changes with everything but the values that decides
 * whether they may be believed; `bits` is null where there are no places. A list that is not trusted may still set.
 */
export type ListReading =
  | { state: 'unreachable'; problem: string }
  | {
      state: 'good' | 'distrusted';
      problem: string | null;
      mark: string;
      bits: Uint8Array | null;
      life: StatedLife;
    };

/** Lists with places are compared value by value, all others as a whole. */
export type ListKind = 'bits' | 'document';

const noLife = { ttlMs: null, validUntil: null } as const;

/** Hash of what a list is taken for: text in, short hex out. */
export function markOf(...facts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32);
}

/** Reads and verifies a list (verification.md §2.9 no. 2–6). What a credential needs of it beyond that is its own. */
export async function readStatusList(
  url: string,
  kind: ListKind,
  context: GatherContext,
): Promise<ListReading> {
  if (kind === 'document') return readWhole(url, context);
  const answer = await readList(url, context);
  if (!answer.ok) {
    const { fetched } = answer;
    const problem = fetched.state === 'found' ? `${url} answered ${fetched.status}` : fetched.detail;
    if (fetched.state === 'found' || fetched.state === 'unreachable')
      return { state: 'unreachable', problem };
    return { state: 'distrusted', problem, mark: markOf(fetched.state), bits: null, life: noLife };
  }
  const { list } = answer;
  const { values, purposes, life, ...opened } = await openBitList(list.json);
  const unopened = values.ok ? null : values.detail;
  const problem = opened.problem ?? unopened ?? (await verifyList(list, context));
  const read = { problem, bits: values.ok ? values.bytes : null, life };
  if (problem === null) return { ...read, state: 'good', mark: markOf(...identityOf(list.json, purposes)) };
  // Nothing in it can be compared on its own, so any change of it is one.
  return { ...read, state: 'distrusted', mark: markOf(problem, list.token ?? list.json) };
}

/** A list without places that we know: any change of what it says is one. Its credentials judge it. */
async function readWhole(url: string, context: GatherContext): Promise<ListReading> {
  const answer = await context.asker.ask(
    url,
    'application/json, application/statuslist+jwt, application/ld+json',
  );
  if (!answer.ok && answer.reason !== 'unreachable')
    return {
      state: 'distrusted',
      problem: answer.detail,
      mark: markOf(answer.reason),
      bits: null,
      life: noLife,
    };
  if (!answer.ok) return { state: 'unreachable', problem: answer.detail };
  if (answer.status < 200 || answer.status >= 300)
    return { state: 'unreachable', problem: `${url} answered ${answer.status}` };
  const text = Buffer.from(answer.body).toString('latin1').trim();
  const token = readToken(text);
  const rest = { state: 'good', problem: null, bits: null } as const;
  if (!token.ok) return { ...rest, mark: markOf(text), life: noLife };
  const { body } = token.token;
  const life = lifeOfToken(body);
  const hasEnded = life.validUntil !== null && new Date(life.validUntil) <= context.now;
  // Signed anew every day, it still says the same, until it has ended.
  return { ...rest, mark: markOf(body.iss, body.sub, body.status_list, hasEnded), life };
}

/** All that a credential compares itself with before it believes a clear bit. */
function identityOf(list: JsonObject, purposes: string[] | null) {
  return [typesOf(list), purposes ?? [], idOf(list.issuer), textOf(list.id)];
}
