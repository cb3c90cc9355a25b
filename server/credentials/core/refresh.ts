import { readInstant } from './dates.ts';
import { type Examination, standsAlone } from './examination.ts';
import { type JsonObject, objectsOf, textOf, typesOf } from './json.ts';
import type { CheckName } from './report.ts';

const groundwork: CheckName[] = ['well-formed', 'proof', 'issuer'];

/**
 * Where a newer copy may be asked for: the first refresh service of a kind known here (OB 3.0 "Refresh"). Only for a
 * document whose issuer is known to have written that address.
 *
 * @returns null when there is none, or when the document is not proven to be its issuer's
 */
export function refreshUrlOf(credential: JsonObject, { findings, states }: Examination): string | null {
  const isProven = groundwork.every((check) => states[check] === 'done');
  const isFaulty = findings.some(({ check }) => groundwork.includes(check));
  if (!isProven || isFaulty) return null;
  const service = objectsOf(credential.refreshService).find((entry) =>
    typesOf(entry).includes('1EdTechCredentialRefresh'),
  );
  const url = textOf(service?.id);
  return url !== null && /^https?:\/\//.test(url) ? url : null;
}

/** Why a copy does not replace the document handed in; null when it does: same issuer and id, newer, and all is well. */
export function judgeCopy(original: Examination, copy: Examination): string | null {
  if (!standsAlone(copy)) return 'its refresh service gave a copy that does not stand';
  const [before, after] = [original.credential, copy.credential];
  if (before === null || after === null || before.issuer.id !== after.issuer.id || before.issuer.id === null)
    return 'its refresh service gave a credential of another issuer';
  if (sameId(before.id) !== sameId(after.id) || before.id === null)
    return 'its refresh service gave another credential';
  const [old, fresh] = [before.validFrom, after.validFrom].map((text) => readInstant(text ?? '')?.ms ?? null);
  const isNewer = fresh !== null && fresh !== undefined && old !== null && old !== undefined && fresh > old;
  return isNewer ? null : 'its refresh service has nothing newer';
}

/** Ids are compared percent-decoded and trimmed (OB 3.0 "Equality and Comparison"). */
function sameId(id: string | null): string | null {
  try {
    return id === null ? null : decodeURIComponent(id.trim());
  } catch {
    return id;
  }
}
