export { findOwnSkills, findSharedSkills } from './find-skills.ts';
export { installStarterScheme } from './install-starter-scheme.ts';
export { loadSkillIndex } from './load-skill-index.ts';
export { makeOwnSkill } from './make-own-skill.ts';
export { searchSkills } from './search-skills.ts';
export { listBroaderSkills } from './store.ts';
