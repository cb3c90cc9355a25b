/** What decides where a requirement stands in the bars. */
export interface OrderedRequirement {
  readonly must: boolean;
  readonly weight: number;
  readonly label: string;
  readonly id: string;
}

/** The fixed order of a job's bars: must-haves first, then by weight, then by name (lower case, code units), then by id. */
export function orderRequirements<T extends OrderedRequirement>(requirements: readonly T[]): T[] {
  return [...requirements].sort(
    (a, b) =>
      Number(b.must) - Number(a.must) ||
      b.weight - a.weight ||
      compare(a.label, b.label) ||
      compare(a.id, b.id),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The words of a requirement with alternatives: "A", "A or B", "A, B or C". */
export function requirementLabel(skillLabels: readonly string[]): string {
  const last = skillLabels.at(-1) ?? '';
  return skillLabels.length < 2 ? last : `${skillLabels.slice(0, -1).join(', ')} or ${last}`;
}

/** A label of 2 to 8 letters for the ruler: the first word, cut, or its initials when words are many. */
export function shortLabelOf(label: string): string {
  const words = label.split(/[^\p{L}\p{M}\p{N}+#.]+/u).filter(Boolean);
  const first = words[0] ?? '';
  if (first.length >= 2 && first.length <= 8) return first;
  if (words.length > 2)
    return words
      .map((word) => word.slice(0, 1).toUpperCase())
      .join('')
      .slice(0, 8);
  return (first.length >= 2 ? first : label).slice(0, 6).padEnd(2, '.');
}
