import { type Evidence, holdsAt, levelCounted } from './evidence.ts';

/** What a list is narrowed by; empty lists and null ask nothing. */
export type EvidenceFilter = {
  /** Each of these skills must be proven. */
  skillKeys: readonly number[];
  minLevel: 1 | 2 | 3 | 4 | null;
  minTier: 0 | 1 | 2 | 3 | 4 | 5;
  /** The proof must come from one of these. */
  issuerIds: readonly string[];
  /** The proof must be one of these kinds. */
  kinds?: readonly string[];
  /** The proof must be issued then or later; one without a date is not. */
  issuedSince?: Date | null;
};

/** Evidence as a filter sees it; kind and date are those of its credential. */
type Filterable = Evidence & { kind?: string; issuedAt?: Date | null };

/** Whether a filter asks anything at all. */
function isOpenFilter(filter: EvidenceFilter): boolean {
  return (
    filter.skillKeys.length === 0 &&
    filter.minLevel === null &&
    filter.minTier === 0 &&
    filter.issuerIds.length === 0 &&
    !filter.kinds?.length &&
    !filter.issuedSince
  );
}

function isOfKindAndAge({ kind, issuedAt }: Filterable, { kinds, issuedSince }: EvidenceFilter): boolean {
  if (kinds?.length && (kind === undefined || !kinds.includes(kind))) return false;
  return !issuedSince || (issuedAt instanceof Date && issuedAt.getTime() >= issuedSince.getTime());
}

/**
 * Whether one piece of evidence stands at `now` and satisfies level, tier and issuer of a filter all by itself. A level
 * that is not stated counts as 1, as it does in the coverage.
 */
function evidencePasses(evidence: Filterable, filter: EvidenceFilter, now: Date): boolean {
  return (
    evidence.standing === 'stands' &&
    holdsAt(evidence, now) &&
    (filter.minLevel === null || levelCounted(evidence) >= filter.minLevel) &&
    evidence.tier >= filter.minTier &&
    (filter.issuerIds.length === 0 || filter.issuerIds.includes(evidence.issuerId)) &&
    isOfKindAndAge(evidence, filter)
  );
}

/**
 * Whether a person passes: each asked skill is proven by one piece of evidence that satisfies level, tier and issuer at
 * once; without asked skills, any one piece does. An open filter passes everybody, also who has proven nothing.
 * Filtering hides rows and never changes a rank.
 */
export function passesFilter(evidence: readonly Filterable[], filter: EvidenceFilter, now: Date): boolean {
  if (isOpenFilter(filter)) return true;
  const passing = evidence.filter((each) => evidencePasses(each, filter, now));
  if (filter.skillKeys.length === 0) return passing.length > 0;
  return filter.skillKeys.every((skillKey) => passing.some((each) => each.skillKey === skillKey));
}
