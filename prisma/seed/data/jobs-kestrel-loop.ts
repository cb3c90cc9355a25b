import type { JobPlan } from '../plan.ts';

/** Jobs of Kestrel Loop, who make software for planning work. */
export const kestrelLoopJobs: readonly JobPlan[] = [
  {
    key: 'front-end-engineer',
    title: 'Front-end engineer',
    description:
      'Planning boards that foremen use with gloves on. Everything must work by keyboard, by touch, and offline.',
    workplace: 'remote',
    place: null,
    contract: 'permanent',
    pay: [50_000, 64_000, 'EUR', 'year'],
    state: 'published',
    publishedDaysAgo: 14,
    openDays: 21,
    requirements: [
      { skills: ['react', 'vue', 'angular'], must: true, weight: 4, level: 3 },
      { skills: ['javascript', 'typescript'], must: true, weight: 4, level: 3 },
      { skills: ['web-accessibility'], weight: 4, level: 2 },
      { skills: ['test-automation', 'unit-testing'], weight: 2 },
      { skills: ['ux-research', 'ui-design'], weight: 1 },
    ],
  },
  {
    key: 'reliability-engineer',
    title: 'Site reliability engineer',
    description: 'Six people share the nights; nobody has more than five a month. You make them quieter.',
    workplace: 'remote',
    place: null,
    contract: 'permanent',
    pay: [55_000, 72_000, 'EUR', 'year'],
    state: 'published',
    publishedDaysAgo: 22,
    openDays: 14,
    requirements: [
      { skills: ['site-reliability'], must: true, weight: 5, level: 3, tier: 3 },
      { skills: ['linux'], must: true, weight: 3, level: 3 },
      { skills: ['kubernetes', 'docker'], weight: 3, level: 2 },
      { skills: ['terraform', 'ansible'], weight: 2 },
      { skills: ['python', 'go'], weight: 2, level: 2 },
    ],
  },
  {
    key: 'technical-writer',
    title: 'Technical writer',
    description:
      'You write what people read when something does not work. Ours is a small product with many corners.',
    workplace: 'remote',
    place: null,
    contract: 'freelance',
    pay: [320, 400, 'EUR', 'day'],
    state: 'published',
    publishedDaysAgo: 6,
    openDays: 30,
    requirements: [
      { skills: ['technical-writing'], must: true, weight: 5, level: 2, tier: 3 },
      { skills: ['english'], must: true, weight: 3 },
      { skills: ['git'], weight: 1 },
      { skills: ['ux-research', 'content-strategy'], weight: 1 },
    ],
  },
];
