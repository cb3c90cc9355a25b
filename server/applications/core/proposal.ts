/** Evidence as far as a proposal needs it. */
export interface DisclosableEvidence {
  readonly credentialId: string;
  readonly skillKey: number;
}

/**
 * The credentials ticked at first: those, and only those, that say something about a skill the job asks. Unknown
 * ones are among them: they count as soon as their issuer answers. In the order of their ids.
 */
export function proposeDisclosure(
  evidence: readonly DisclosableEvidence[],
  askedSkillKeys: ReadonlySet<number>,
): string[] {
  const covering = evidence.filter((row) => askedSkillKeys.has(row.skillKey)).map((row) => row.credentialId);
  return [...new Set(covering)].sort();
}
