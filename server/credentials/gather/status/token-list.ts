import type { StatusFact } from '../../core/facts.ts';
import { isObject, type Json, type JsonObject, textOf } from '../../core/json.ts';
import { judgeToken } from '../../core/proof-rules.ts';
import type { StatusEntry } from '../../core/report.ts';
import { readTokenStatusValue } from '../../core/status-rules.ts';
import type { GatherContext } from '../context.ts';
import { resolveTokenIssuer } from '../keys/token-issuer.ts';
import { readToken, type Token, verifyToken } from '../token.ts';
import { lifeOfToken, openTokenList } from './open-list.ts';
import { placeIn, unanswered, unreached } from './unanswered.ts';

const type = 'TokenStatusList';
const sizes = [1, 2, 4, 8];

/**
 * Answers the `status` claim of a token by its Token Status List (TSL, verification.md §2.7). As with the other lists
 * a set value counts whatever is wrong with the list, and a clear one only from a list without fault.
 *
 * @returns nothing where no status is stated
 */
export async function answerTokenStatus(
  status: Json | undefined,
  issuerId: string | null,
  context: GatherContext,
): Promise<StatusFact[]> {
  if (status === undefined) return [];
  const list = isObject(status) ? status.status_list : undefined;
  if (!isObject(list)) {
    const kinds = isObject(status) ? Object.keys(status).join(', ').slice(0, 80) : 'status';
    return [unanswered(kinds, null, 'status-unavailable', `the kind of status ${kinds} is not known here`)];
  }
  const { idx: index } = list;
  const url = textOf(list.uri);
  if (url === null) return [unanswered(type, null, 'status-list-invalid', 'status_list.uri is missing')];
  if (typeof index !== 'number' || !Number.isInteger(index) || index < 0 || index > 999_999_999)
    return [unanswered(type, url, 'status-list-invalid', 'status_list.idx is no whole number')];
  const place = placeIn(type, url, index, 'status');
  return [await answerPlace(place, index, issuerId, context)];
}

async function answerPlace(
  place: StatusEntry,
  index: number,
  issuerId: string | null,
  context: GatherContext,
): Promise<StatusFact> {
  const { url } = place;
  const answer = await context.asker.ask(url, 'application/statuslist+jwt');
  if (!answer.ok) {
    const state = answer.reason === 'blocked' ? 'blocked' : 'unreachable';
    return { ...unreached(type, url, { state, url, status: null, detail: answer.detail }), entry: place };
  }
  const { status } = answer;
  if (status < 200 || status >= 300) {
    const fetched = { state: 'unreachable', url, status, detail: `${url} answered ${status}` } as const;
    return { ...unreached(type, url, fetched), entry: place };
  }
  const read = readToken(Buffer.from(answer.body).toString('latin1').trim());
  if (!read.ok)
    return { ...unanswered(type, url, 'status-list-invalid', `the list: ${read.detail}`), entry: place };
  const { token } = read;
  const value = await readValue(token.body, index);
  const distrust = value.ok ? await judgeList(token, url, issuerId, context) : value.detail;
  const said = describe(value);
  const seen = {
    size: value.ok ? value.bits : place.size,
    standing: distrust !== null && said.standing === 'clear' ? 'unknown' : said.standing,
    value: value.ok ? value.value : null,
  } as const;
  const entry = { ...place, ...lifeOfToken(token.body), ...seen };
  return { ...said, type, url, entry, ...(distrust === null ? {} : problem(distrust)) };
}

const problem = (detail: string) => ({ problem: { code: 'status-list-invalid' as const, detail } });

type Value = { ok: true; value: number; bits: number } | { ok: false; detail: string };

/** 0 valid, 1 invalid, 2 suspended; what other values mean is between others (TSL "Status Types Values"). */
function describe(value: Value): Pick<StatusFact, 'meaning' | 'standing' | 'problem' | 'reason' | 'remarks'> {
  const rest = { problem: null, reason: null, remarks: [] };
  if (!value.ok) return { meaning: 'revoked', standing: 'unknown', ...rest };
  if (value.value === 0) return { meaning: 'revoked', standing: 'clear', ...rest };
  if (value.value === 1) return { meaning: 'revoked', standing: 'set', ...rest };
  if (value.value === 2) return { meaning: 'suspended', standing: 'set', ...rest };
  const detail = `the list says ${value.value}, whose meaning is not known here`;
  return { meaning: 'revoked', standing: 'unknown', ...rest, ...problem(detail) };
}

/** The value at an index, or why there is none. */
async function readValue(body: JsonObject, index: number): Promise<Value> {
  const { bits } = isObject(body.status_list) ? body.status_list : {};
  if (typeof bits !== 'number' || !sizes.includes(bits))
    return { ok: false, detail: 'the list has values of an impossible size' };
  const values = await openTokenList(body);
  if (!values.ok) return values;
  const value = readTokenStatusValue(values.bytes, index, bits);
  return value === null ? { ok: false, detail: 'the index is outside the list' } : { ok: true, value, bits };
}

/** Type, address, dates, issuer and signature of the list; null when nothing is wrong. */
async function judgeList(
  token: Token,
  url: string,
  issuerId: string | null,
  context: GatherContext,
): Promise<string | null> {
  const { header, body } = token;
  const nowSeconds = context.now.getTime() / 1000;
  if (header.typ !== 'statuslist+jwt') return 'the list is a token of another type';
  if (body.sub !== url) return 'the list is that of another address';
  if (typeof body.iat !== 'number' || body.iat > nowSeconds + 60) return 'the list does not say since when';
  if (body.exp !== undefined && (typeof body.exp !== 'number' || body.exp <= nowSeconds))
    return 'the list has ended';
  // Later drafts leave `iss` out of the list: then it is taken as one of the credential's own issuer.
  const { issuer, fact, key } = await resolveTokenIssuer(textOf(body.iss) ?? issuerId, header, context);
  if (issuer.id !== issuerId) return 'the list is signed by another issuer';
  const fault = judgeToken(
    { header, body, form: 'body', key: fact, ...verifyToken(token, key) },
    context.now,
  )[0];
  return fault === undefined ? null : `the list does not stand by itself (${fault.code}: ${fault.detail})`;
}
