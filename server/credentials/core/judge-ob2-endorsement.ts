import type { Arithmetic, Fetched, KeyFact } from './facts.ts';
import { asArray, type JsonObject, textOf, typesOf } from './json.ts';
import { judgeDates, judgeGone, judgeMissing, verificationKinds } from './judge-ob2.ts';
import { judgeKey, judgeKeyLife } from './proof-rules.ts';
import { decide } from './rank.ts';
import type { Finding } from './report.ts';
import { judgeRevocationList } from './revocation-list.ts';
import { judgeScope } from './scope.ts';

/** Everything known about an Open Badges 2.0 endorsement, which is hosted or signed like an assertion. */
export type Ob2EndorsementFacts = {
  document: Fetched;
  /** The profile of the endorser, fetched. */
  issuer: Fetched | null;
  isSigned: boolean;
  signature: { key: KeyFact | null; arithmetic: Arithmetic; problems: Finding[] } | null;
  revocationList: Fetched | null;
  now: Date;
};

/** What decides about an endorsement alone; null when it stands (OB 2.0 "Endorsement", verification.md §2.1, §2.10). Pure. */
export function judgeOb2Endorsement(facts: Ob2EndorsementFacts): { deciding: Finding | null } {
  return decide(listFindings(facts));
}

function listFindings({
  document,
  issuer,
  isSigned,
  signature,
  revocationList,
  now,
}: Ob2EndorsementFacts): Finding[] {
  if (document.state !== 'found') return judgeMissing(document, 'proof');
  const gone = judgeGone(document);
  if (gone.length > 0) return gone;
  const { json, url } = document;
  const findings = [...judgeKind(json, isSigned), ...judgeDates(json, now)];
  if (issuer === null) return [...findings, { code: 'schema', check: 'issuer', detail: 'issuer' }];
  if (issuer.state !== 'found') return [...findings, ...judgeMissing(issuer, 'issuer')];
  return [
    ...findings,
    ...(isSigned ? judgeSignature(signature, now) : judgeScope(url, issuer.json, issuer.url, 'endorsement')),
    ...judgeRevocationList(json, revocationList, [textOf(issuer.json.id)]),
  ];
}

function judgeKind(json: JsonObject, isSigned: boolean): Finding[] {
  const types = typesOf(json.verification ?? json.verify);
  const kinds: readonly string[] = verificationKinds[isSigned ? 'signed' : 'hosted'];
  const isKnown = types.some((type) => kinds.includes(type));
  const dated = textOf(json.issuedOn) !== null;
  return [
    ...(isKnown
      ? []
      : [
          {
            code: 'unsupported-suite' as const,
            check: 'proof' as const,
            detail: types.join(', ') || 'no verification',
          },
        ]),
    ...(dated && asArray(json.claim).length > 0
      ? []
      : [{ code: 'schema' as const, check: 'schema' as const, detail: 'claim, issuedOn', soft: true }]),
  ];
}

function judgeSignature(signature: Ob2EndorsementFacts['signature'], now: Date): Finding[] {
  if (signature === null) return [{ code: 'missing-proof', check: 'proof', detail: '' }];
  const { key, arithmetic, problems } = signature;
  const wrong: Finding[] =
    arithmetic === 'wrong'
      ? [{ code: 'signature', check: 'proof', detail: 'it does not fit the content' }]
      : [];
  return [
    ...problems,
    ...wrong,
    ...(key === null ? [] : [...judgeKey(key), ...judgeKeyLife(key, null, now)]),
  ];
}
