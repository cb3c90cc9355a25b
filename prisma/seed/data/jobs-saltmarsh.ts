import type { JobPlan } from '../plan.ts';

/** Jobs of Saltmarsh Health Cooperative. */
export const saltmarshJobs: readonly JobPlan[] = [
  {
    key: 'ward-nurse',
    title: 'Ward nurse, older people',
    description: `Twenty-two beds, a garden, and a rota that is known six weeks ahead.

You care for people who stay for weeks, not days. Time to talk is planned in.`,
    workplace: 'onsite',
    place: 'Saltmarsh',
    contract: 'permanent',
    pay: [3_400, 4_100, 'EUR', 'month'],
    state: 'published',
    publishedDaysAgo: 20,
    openDays: 40,
    requirements: [
      { skills: ['nursing-care'], must: true, weight: 6, level: 3, tier: 5 },
      { skills: ['medication-administration'], must: true, weight: 4, level: 3 },
      { skills: ['infection-control'], weight: 3 },
      { skills: ['dementia-care', 'elderly-care'], weight: 3, level: 2 },
      { skills: ['wound-care'], weight: 2 },
      { skills: ['safeguarding'], weight: 1 },
    ],
  },
  {
    key: 'records-analyst',
    title: 'Health records analyst',
    description:
      'You answer what the wards want to know from what the wards have written, and mend what they could not write.',
    workplace: 'hybrid',
    place: 'Saltmarsh',
    contract: 'permanent',
    pay: [42_000, 50_000, 'EUR', 'year'],
    state: 'published',
    publishedDaysAgo: 15,
    openDays: 20,
    hidesNames: 'interview',
    requirements: [
      { skills: ['health-records'], must: true, weight: 4, level: 2 },
      { skills: ['sql'], must: true, weight: 4 },
      { skills: ['data-visualisation', 'power-bi'], weight: 2 },
      { skills: ['statistics'], weight: 2 },
      { skills: ['data-protection', 'gdpr'], weight: 1 },
    ],
  },
  {
    key: 'data-protection-officer',
    title: 'Data protection officer',
    description: 'You hold the office for four hospitals and report to nobody but the board.',
    workplace: 'hybrid',
    place: 'Saltmarsh',
    contract: 'part-time',
    pay: [34_000, 40_000, 'EUR', 'year'],
    degreeNeeded: true,
    state: 'published',
    publishedDaysAgo: 8,
    openDays: 45,
    requirements: [
      { skills: ['data-protection'], must: true, weight: 5, level: 3, tier: 3 },
      { skills: ['gdpr'], must: true, weight: 4, level: 3 },
      { skills: ['risk-management'], weight: 2 },
      { skills: ['stakeholder-management'], weight: 1 },
    ],
  },
  {
    key: 'night-care',
    title: 'Care assistant, nights',
    description: 'Nights on the ward for older people, always two of you.',
    workplace: 'onsite',
    place: 'Saltmarsh',
    contract: 'part-time',
    pay: [17, 20, 'EUR', 'hour'],
    state: 'closed',
    publishedDaysAgo: 60,
    openDays: 90,
    requirements: [
      { skills: ['elderly-care', 'dementia-care'], must: true, weight: 4 },
      { skills: ['first-aid'], weight: 2 },
      { skills: ['safeguarding'], weight: 1 },
    ],
  },
];
