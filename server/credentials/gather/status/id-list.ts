import { issuerHost } from '../../core/did-web.ts';
import type { StatusFact } from '../../core/facts.ts';
import { idOf, type JsonObject, textOf } from '../../core/json.ts';
import type { StatusEntry } from '../../core/report.ts';
import { findListed } from '../../core/revocation-list.ts';
import type { GatherContext } from '../context.ts';
import { placeIn, unanswered, unreached } from './unanswered.ts';

const type = '1EdTechRevocationList';

/** 1EdTechRevocationList: an unsigned list of ids; it clears only from the issuer's own host over https. */
export async function answerIdList(
  entry: JsonObject,
  credential: JsonObject,
  context: GatherContext,
): Promise<StatusFact> {
  const url = textOf(entry.id);
  if (url === null) return unanswered(type, null, 'status-list-invalid', 'credentialStatus.id is missing');
  const place = placeIn(type, url, null, 'revocation');
  const fetched = await context.asker.askJson(url);
  if (fetched.state !== 'found' || fetched.status === 410)
    return { ...unreached(type, url, fetched), entry: place };
  const { isListed, reason } = findListed(fetched.json.revokedCredential, [credential.id]);
  const fact = {
    type,
    meaning: 'revoked',
    url,
    entry: place,
    problem: null,
    reason: null,
    remarks: [],
  } as const;
  const seen = (standing: StatusEntry['standing']) => ({ entry: { ...place, standing } });
  if (isListed) return { ...fact, ...seen('set'), standing: 'set', reason, remarks: [] };
  const detail = distrust(fetched.json, url, credential);
  const problem = detail === null ? null : ({ code: 'status-list-invalid', detail } as const);
  return {
    ...fact,
    ...seen(problem === null ? 'clear' : 'unknown'),
    standing: 'clear',
    problem,
    remarks: [],
  };
}

/** Why the absence from this list proves nothing, or null. */
function distrust(list: JsonObject, url: string, credential: JsonObject): string | null {
  const issuerId = idOf(credential.issuer) ?? '';
  if (!Array.isArray(list.revokedCredential)) return 'the list has no entries member';
  if (textOf(credential.id) === null) return 'the credential has no id to look for';
  const isOwn = url.startsWith('https://') && issuerHost(url) === issuerHost(issuerId);
  if (!isOwn) return 'the list is unsigned and not at the host of the issuer';
  const lister = idOf(list.issuer);
  return lister === null || lister === issuerId ? null : `the list is one of ${lister}`;
}
