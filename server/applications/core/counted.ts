/** How one requirement was counted in an application; points in tenths, rounded so that all parts add up. */
export type CountedPart = {
  requirementId: string;
  label: string;
  must: boolean;
  status: 'met' | 'partly' | 'unmet' | 'unknown';
  pointsTenths: number;
  unknownTenths: number;
  ofTenths: number;
  /** The credential that it rests on, and its title then. */
  credentialId: string | null;
  proof: string | null;
};

/** An application as it was counted. */
export type Counted = {
  totalMicro: number;
  unknownMicro: number;
  mustsMet: boolean;
  parts: readonly CountedPart[];
};

/** A requirement that is counted otherwise than before. */
export type PartChange = { before: CountedPart; after: CountedPart };

const countsAlike = (a: CountedPart, b: CountedPart): boolean =>
  a.status === b.status &&
  a.pointsTenths === b.pointsTenths &&
  a.unknownTenths === b.unknownTenths &&
  a.credentialId === b.credentialId;

/** Whether two countings asked for the same: else the job was edited in between. */
export function asksAlike(before: Counted, after: Counted): boolean {
  const asked = ({ parts }: Counted) =>
    parts.map(({ requirementId, must, ofTenths }) => `${requirementId} ${must} ${ofTenths}`).join('\n');
  return asked(before) === asked(after);
}

/** The requirements that both ask and count otherwise, in the order of the bar. */
export function listPartChanges(before: Counted, after: Counted): PartChange[] {
  const earlier = new Map(before.parts.map((part) => [part.requirementId, part]));
  return after.parts.flatMap((part) => {
    const was = earlier.get(part.requirementId);
    return was && !countsAlike(was, part) ? [{ before: was, after: part }] : [];
  });
}

/** Whether anything is counted otherwise: points, what is unknown, a must-have, or what it all rests on. */
export function isCountedAnew(before: Counted, after: Counted): boolean {
  return (
    before.totalMicro !== after.totalMicro ||
    before.unknownMicro !== after.unknownMicro ||
    before.mustsMet !== after.mustsMet ||
    !asksAlike(before, after) ||
    listPartChanges(before, after).length > 0
  );
}

/** Whether it can stand elsewhere in a ranking by it: what it rests on alone moves nobody. */
export function movesRank(before: Counted, after: Counted): boolean {
  return before.totalMicro !== after.totalMicro || before.mustsMet !== after.mustsMet;
}
