import { buildSkillIndex, type SkillIndex } from './core/skill-index.ts';
import { listSkillRows, skillWatermark } from './store.ts';

const trustMs = 10_000;
let kept: { mark: string; index: SkillIndex; until: number } | null = null;

/**
 * The index of all skills, kept in this process and rebuilt when the tables changed (looked at every 10 s).
 * It may always be thrown away: the database is the truth.
 */
export async function loadSkillIndex(): Promise<SkillIndex> {
  const now = Date.now();
  if (kept && kept.until > now) return kept.index;
  const mark = await skillWatermark();
  if (kept?.mark === mark) {
    kept.until = now + trustMs;
    return kept.index;
  }
  const rows = await listSkillRows();
  const index = buildSkillIndex(
    rows.map((row) => ({
      skillKey: row.key,
      uri: row.id,
      label: row.label,
      synonyms: row.labels.filter((label) => label.kind !== 'pref').map((label) => label.text),
      sameAs: row.sameAs,
    })),
  );
  kept = { mark, index, until: now + trustMs };
  return index;
}
