export { installStarterScheme } from './install-starter-scheme.ts';
export { loadSkillIndex } from './load-skill-index.ts';
export { searchSkills } from './search-skills.ts';
