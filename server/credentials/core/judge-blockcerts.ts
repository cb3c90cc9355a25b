import { judgePeriod } from './dates.ts';
import { judgeBadgeShape, judgeDates, judgeEnvelope, listUnprotected } from './envelope.ts';
import type { Examination } from './examination.ts';
import type { Fetched, GraphFact, KeyFact, VcFacts } from './facts.ts';
import { asArray, idOf, isObject, type JsonObject, textOf, typesOf } from './json.ts';
import { type AnchorFact, judgeAnchor, listAddresses } from './judge-anchor.ts';
import { dropRepeated } from './judge-vc.ts';
import { judgeKey, judgeKeyLife, judgeProofs } from './proof-rules.ts';
import { isDemoNetwork, isMocknet, type ReadReceipt, type Receipt } from './receipt.ts';
import type { AnchorView, CheckName, Finding } from './report.ts';
import { judgeRevocationList } from './revocation-list.ts';
import { judgeStatuses } from './status-rules.ts';

/** Everything known about a Blockcert of version 2 or 3. */
export type BlockcertsFacts = {
  version: 2 | 3;
  /** The document without its receipt; of version 2 also without words that its inline contexts define. */
  document: JsonObject;
  /** What version 3 shares with other VCDM credentials; its proofs are those beside the receipt. */
  vc: VcFacts;
  graph: GraphFact;
  receipt: ReadReceipt;
  /** Whether the document hashes to the receipt's target, and whether the path leads from there to the root. */
  arithmetic: { target: boolean; path: boolean } | null;
  anchor: AnchorFact;
  issuerId: string | null;
  profile: Fetched | null;
  /** The key that a receipt of version 3 names. */
  key: KeyFact | null;
  revocationLists: Fetched[];
  /** Words of the bundled contexts to which an inline context gives a new meaning. */
  redefined: string[];
};

/** Every finding about a Blockcert (verification.md §2.11). Pure. */
export function judgeBlockcerts(facts: BlockcertsFacts): Finding[] {
  const { version, vc, graph, redefined } = facts;
  return dropRepeated([
    ...(version === 2 ? judgeDocument2(facts) : judgeEnvelope(vc)),
    ...(graph.state === 'faulty' ? [graph.finding] : []),
    ...redefined.map((word): Finding => ({ code: 'context-tampered', check: 'well-formed', detail: word })),
    ...judgeReceipt(facts),
    ...judgeIssuer(facts),
    ...(vc.proofs.length > 0 ? judgeProofs(vc) : []),
    ...(version === 2 ? judgeDates2(facts) : judgeDates(vc)),
    ...judgeStatuses(vc.statuses),
    ...facts.revocationLists.flatMap((list) => judgeRevocationList(facts.document, list, issuerIdsOf(facts))),
    ...(version === 3 ? judgeBadgeShape(vc) : []),
  ]);
}

function issuerIdsOf({ issuerId, profile }: BlockcertsFacts) {
  return [issuerId, profile?.state === 'found' ? textOf(profile.json.id) : null];
}

const required2 = ['id', 'recipient', 'badge', 'verification', 'issuedOn'] as const;

function judgeDocument2({ document, vc }: BlockcertsFacts): Finding[] {
  const contexts = asArray(document['@context']).filter((context) => typeof context === 'string');
  const unknown = contexts.filter((context) => !vc.isBundled(context));
  const missing = required2.filter((name) => (document[name] ?? '') === '');
  const path = isObject(document.badge) && idOf(document.badge.issuer) !== null ? [] : ['badge.issuer'];
  const type = typesOf(document).includes('Assertion') ? [] : ['type'];
  return [
    ...(contexts.length === 0 ? ['no @context'] : unknown).map(
      (detail): Finding => ({ code: 'context-unknown', check: 'well-formed', detail }),
    ),
    ...listUnprotected(document, vc.isBundled),
    ...[...missing, ...path, ...type].map(
      (detail): Finding => ({ code: 'schema', check: 'well-formed', detail, source: detail }),
    ),
  ];
}

function judgeDates2({ document, vc }: BlockcertsFacts): Finding[] {
  // Early ones write a day without a time, and the whole day counts.
  const whole = (text: string | null, time: string) =>
    text !== null && /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T${time}Z` : text;
  const [from, until] = [textOf(document.issuedOn), textOf(document.expires)];
  const period = {
    from: whole(from, '00:00:00'),
    fromPath: 'issuedOn',
    until: whole(until, '23:59:59'),
    untilPath: 'expires',
    zoneNeeded: false,
  };
  const wrong = (['issuedOn', 'expires'] as const).filter(
    (name) => (document[name] ?? null) !== null && textOf(document[name]) === null,
  );
  return [
    ...wrong.map((name): Finding => ({ code: 'malformed', check: 'dates', detail: `${name} is no date` })),
    ...judgePeriod(period, vc.now),
  ];
}

function judgeReceipt({ receipt, arithmetic, anchor, profile, vc }: BlockcertsFacts): Finding[] {
  const wrong = (detail: string): Finding => ({ code: 'signature', check: 'proof', detail });
  if (!receipt.ok) return [wrong(receipt.detail)];
  const findings: Finding[] = [];
  if (arithmetic && !arithmetic.target)
    findings.push(wrong('the document is not the one that the receipt is about'));
  if (arithmetic && !arithmetic.path)
    findings.push(wrong('the path of the receipt does not lead to its root'));
  const json = profile?.state === 'found' ? profile.json : null;
  return [...findings, ...judgeAnchor(anchor, receipt.receipt, json, vc.now)];
}

function judgeIssuer({ issuerId, profile, key, vc }: BlockcertsFacts): Finding[] {
  const ofKey = key === null ? [] : [...judgeKey(key), ...judgeKeyLife(key, null, vc.now)];
  if (issuerId === null || profile === null) return ofKey;
  const { url: source } = profile;
  if (profile.state === 'found') {
    const hasNone = listAddresses(profile.json).length === 0;
    const detail = 'the profile of the issuer lists no blockchain address';
    return hasNone ? [...ofKey, { code: 'issuer-unbound', check: 'issuer', detail, source }] : ofKey;
  }
  const code = profile.state === 'blocked' ? 'ssrf-blocked' : 'issuer-unresolvable';
  return [...ofKey, { code, check: 'issuer', detail: profile.detail, source }];
}

/** How far the checks came. */
export function statesOfBlockcerts(facts: BlockcertsFacts): Examination['states'] {
  const { receipt, arithmetic, anchor, graph, profile, key, revocationLists, vc } = facts;
  const done = (is: boolean) => (is ? ('done' as const) : ('not-done' as const));
  const isComputed = receipt.ok && arithmetic?.target === true && arithmetic.path;
  const isAnchored = anchor.state === 'found' || anchor.state === 'no-chain';
  const lists = [...revocationLists.map(({ state }) => state === 'found'), ...vc.statuses.map(isAnswered)];
  return {
    'well-formed': done(graph.state === 'sound'),
    proof: done(isComputed && isAnchored),
    issuer: done(profile?.state === 'found' && isAnchored && (key === null || key.state === 'published')),
    recipient: 'done',
    dates: 'done',
    status: lists.length === 0 ? 'nothing-stated' : done(lists.every((is) => is)),
    schema: 'nothing-stated',
    endorsements: 'nothing-stated',
  };
}

function isAnswered({ standing }: VcFacts['statuses'][number]): boolean {
  return standing !== 'unknown';
}

/** The anchor for people: what anybody can compute, and what a blockchain was asked about (features V7). */
export function viewAnchor(facts: BlockcertsFacts): AnchorView | null {
  const { receipt, arithmetic } = facts;
  if (!receipt.ok) return null;
  const { anchor: name } = receipt.receipt;
  const isRight = arithmetic?.target === true && arithmetic.path;
  return {
    chain: isMocknet(name) ? 'mocknet' : `${name.chain} ${name.network}`,
    transaction: name.transaction,
    offline: arithmetic === null ? 'unknown' : isRight ? 'pass' : 'fail',
    ...viewChain(facts, receipt.receipt),
    isDemo: isDemoNetwork(name),
  };
}

function viewChain(
  { anchor, profile, vc }: BlockcertsFacts,
  receipt: Receipt,
): Pick<AnchorView, 'onChain' | 'detail'> {
  if (anchor.state === 'no-chain') return { onChain: 'not-applicable', detail: '' };
  const json = profile?.state === 'found' ? profile.json : null;
  const [first] = judgeAnchor(anchor, receipt, json, vc.now);
  if (first?.code === 'issuer-unresolvable') return { onChain: 'unknown', detail: first.detail };
  if (first) {
    const ended = first.code === 'key-revoked';
    return {
      onChain: 'fail',
      detail: ended ? `the issuer ended the sending address ${first.detail}` : first.detail,
    };
  }
  if (json === null)
    return { onChain: 'unknown', detail: 'the issuer did not say which addresses are its own' };
  const hosts = anchor.state === 'found' ? anchor.explorers.join(' and ') : '';
  return { onChain: 'pass', detail: `confirmed by ${hosts}` };
}

/** Remarks where a check without findings needs other words than usual. */
export function remarksOfBlockcerts({ receipt }: BlockcertsFacts): Partial<Record<CheckName, string>> {
  if (!receipt.ok || !isDemoNetwork(receipt.receipt.anchor)) return {};
  return {
    proof: isMocknet(receipt.receipt.anchor)
      ? 'Its receipt adds up, but it is anchored nowhere: anybody could have made it.'
      : 'It is anchored in a test network, which costs nothing: a demonstration.',
  };
}
