/** A skill found, by the number rankings use, with its label and canonical URI. */
export type ResolvedSkill = { skillKey: number; label: string; uri: string };

/** A proposal for words; `confidence` from 0 to 1, where 1 is an exact label or synonym of exactly one skill. */
export type ProposedSkill = ResolvedSkill & { confidence: number };

/**
 * What turns references into skills of the loaded schemes. A URI names a skill or does not; words only propose.
 */
export type SkillResolver = {
  /** The skill that a URI in any accepted spelling names, or null. */
  byUri(uri: string): ResolvedSkill | null;
  /** Proposals for a label, best first, in an order that depends on nothing but the schemes. */
  byLabel(text: string): ProposedSkill[];
};
