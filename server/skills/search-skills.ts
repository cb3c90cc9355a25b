import { loadSkillIndex } from './load-skill-index.ts';
import type { SkillHitOutput } from './schemas.ts';

/** Type-ahead over labels and synonyms of all loaded schemes; an empty text finds nothing. */
export async function searchSkills(text: string, limit: number): Promise<SkillHitOutput[]> {
  if (text.trim() === '') return [];
  return (await loadSkillIndex()).search(text, limit);
}
