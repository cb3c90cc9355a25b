import { asArray, isObject, type JsonObject, objectsOf, textOf } from './json.ts';
import type { SkillLevel } from './report.ts';

/** Words that issuers use for the four levels; each list is tried as whole words, the highest level first. */
const words: readonly [SkillLevel, RegExp][] = [
  [4, /\b(?:expert|master|mastery|leads?|leader|lead others|teaches|c2)\b/i],
  [3, /\b(?:advanced|proficient|proficiency|independent|independently|autonomous|c1|b2)\b/i],
  [2, /\b(?:intermediate|developing|competent|with help|with guidance|supported|b1)\b/i],
  [1, /\b(?:beginner|novice|basic|basics|foundation|foundational|introductory|awareness|a1|a2)\b/i],
];

/**
 * The level that a result states, mapped to 1–4 by stated rules: the achieved rubric level's place in a rubric of
 * exactly four levels (ordered by points where all have them), else the words of the level. Null when neither says.
 */
export function readLevel(
  result: JsonObject,
  achievement: JsonObject,
): { level: SkillLevel | null; name: string | null } {
  const achieved = textOf(result.achievedLevel);
  const descriptions = objectsOf(achievement.resultDescription);
  const description = descriptions.find((entry) => entry.id === result.resultDescription) ?? null;
  const rubric = (description === null ? descriptions : [description]).find((entry) =>
    asArray(entry.rubricCriterionLevel).some((level) => isObject(level) && level.id === achieved),
  );
  if (achieved === null || rubric === undefined) return { level: levelOfWords(achieved), name: achieved };
  const levels = rubricLevelsOf(rubric);
  const place = levels.findIndex((level) => level.id === achieved);
  const found = levels[place];
  const name = textOf(found?.name) ?? textOf(found?.level) ?? achieved;
  const byPlace = levels.length === 4 ? ((place + 1) as SkillLevel) : null;
  return {
    level: byPlace ?? levelOfWords(`${textOf(found?.name) ?? ''} ${textOf(found?.level) ?? ''}`),
    name,
  };
}

/** The levels of a rubric, lowest first where all have points. */
export function rubricLevelsOf(description: JsonObject): JsonObject[] {
  return sortByPoints(objectsOf(description.rubricCriterionLevel));
}

/** The level that words name, or null. An address is no words. */
export function levelOfWords(text: string | null): SkillLevel | null {
  if (text === null || /^(?:https?|urn|did):/i.test(text)) return null;
  return words.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

function sortByPoints(levels: JsonObject[]): JsonObject[] {
  const points = levels.map((level) => Number(level.points ?? Number.NaN));
  if (points.some((value) => !Number.isFinite(value))) return levels;
  return levels
    .map((level, at) => ({ level, points: points[at] ?? 0 }))
    .sort((a, b) => a.points - b.points)
    .map(({ level }) => level);
}
