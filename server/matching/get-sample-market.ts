import type { OrgScope } from '#server/platform/scope.ts';
import { loadSkillIndex } from '#server/skills/index.ts';
import { measureMarket } from './measure-market.ts';
import type { SampleMarketOutput } from './schemas.ts';

/** What an employer sees before typing anything: skills that many postings ask together. */
const sample = [
  { uri: 'urn:assay:skill:sql', must: true, weight: 3 },
  { uri: 'urn:assay:skill:python', must: true, weight: 2 },
  { uri: 'urn:assay:skill:data-visualisation', must: false, weight: 1 },
];

/** Three sample skills with their market of today. */
export async function getSampleMarket(scope: OrgScope, now: Date): Promise<SampleMarketOutput> {
  const index = await loadSkillIndex();
  const lines = sample.flatMap(({ uri, must, weight }) => {
    const skill = index.byUri(uri);
    return skill ? [{ skillKey: skill.skillKey, label: skill.label, must, weight }] : [];
  });
  const asked = lines.map(({ skillKey, must, weight }) => ({
    skillKeys: [skillKey],
    ...{ must, weight, minLevel: null, minTier: 0 },
  }));
  const market = await measureMarket(scope, { jobId: null, degreeNeeded: false, lines: asked }, now);
  return { lines, market };
}
