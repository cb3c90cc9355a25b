import type { JobPlan } from '../plan.ts';

/** Jobs of Fernhollow Energy Cooperative. */
export const fernhollowJobs: readonly JobPlan[] = [
  {
    key: 'ml-engineer',
    title: 'Machine learning engineer, demand forecasting',
    description: `We buy tomorrow's electricity today, for 41 000 households. How well we guess decides what they pay.

You take over the forecast of demand: from the meters, through the model, to the number that is traded at noon.

## What you will do

- own the forecast and say each morning how sure it is
- replace parts of it when the data has moved, and roll back when you were wrong
- write down decisions so that the next person can disagree with them

## What we offer

Four days a week if you like, a vote in the cooperative, and an answer within ten days.`,
    workplace: 'hybrid',
    place: 'Fernhollow',
    contract: 'permanent',
    pay: [52_000, 68_000, 'EUR', 'year'],
    state: 'published',
    publishedDaysAgo: 26,
    openDays: 25,
    requirements: [
      { skills: ['python'], must: true, weight: 5, level: 3, tier: 2, short: 'Python' },
      { skills: ['machine-learning'], must: true, weight: 5, level: 3, tier: 2, short: 'ML' },
      { skills: ['sql'], must: true, weight: 3, tier: 2, short: 'SQL' },
      { skills: ['mlops'], weight: 3, level: 2, short: 'Depl' },
      { skills: ['statistics'], weight: 2, short: 'Series' },
      { skills: ['kubernetes', 'docker'], weight: 1, short: 'K8s' },
      { skills: ['technical-writing'], weight: 1, short: 'Write' },
    ],
  },
  {
    key: 'heat-pump-installer',
    title: 'Heat pump installer',
    description: `Two hundred houses this winter, most of them old. You plan with the people who live there, install with a colleague, and come back after the first frost to look.

A van, tools and paid training days are ours to bring.`,
    workplace: 'onsite',
    place: 'Fernhollow and 40 km around',
    contract: 'permanent',
    pay: [21, 27, 'EUR', 'hour'],
    state: 'published',
    publishedDaysAgo: 17,
    openDays: 60,
    stageNames: { screen: 'Phone call', task: 'Trial day', interview: 'Meet the crew' },
    requirements: [
      { skills: ['heat-pump-installation'], must: true, weight: 6, level: 3, tier: 3 },
      { skills: ['plumbing', 'hvac'], must: true, weight: 4, level: 2 },
      { skills: ['electrical-safety', 'electrical-installation'], weight: 3 },
      { skills: ['working-at-height'], weight: 2 },
      { skills: ['energy-auditing'], weight: 1 },
    ],
  },
  {
    key: 'data-engineer',
    title: 'Data engineer, metering',
    description: `41 000 meters, four readings an hour, and every one of them belongs to somebody. You see to it that readings arrive once, are kept safely, and can be asked.`,
    workplace: 'remote',
    place: null,
    contract: 'permanent',
    pay: [48_000, 60_000, 'EUR', 'year'],
    state: 'published',
    publishedDaysAgo: 9,
    openDays: 35,
    requirements: [
      { skills: ['sql'], must: true, weight: 4, level: 3 },
      { skills: ['data-engineering', 'data-warehousing'], must: true, weight: 4, level: 2 },
      { skills: ['python', 'java'], weight: 3, level: 2 },
      { skills: ['kafka'], weight: 2 },
      { skills: ['data-protection', 'gdpr'], weight: 1 },
    ],
  },
  {
    key: 'rooftop-installer',
    title: 'Photovoltaic installer, rooftops',
    description: 'Schools, barns and one church. You work in a team of three; nobody goes up alone.',
    workplace: 'onsite',
    place: 'Fernhollow',
    contract: 'permanent',
    pay: [20, 25, 'EUR', 'hour'],
    state: 'published',
    publishedDaysAgo: 5,
    requirements: [
      { skills: ['photovoltaic-installation'], must: true, weight: 5, level: 2 },
      { skills: ['working-at-height'], must: true, weight: 3 },
      { skills: ['electrical-installation'], weight: 3 },
      { skills: ['ev-charging', 'battery-storage'], weight: 1 },
    ],
  },
  {
    key: 'community-organiser',
    title: 'Community organiser',
    description: `You knock on doors, listen, and help streets decide about their own heat.

We ask for no particular skill here: tell us in a note what you have set in motion.`,
    workplace: 'hybrid',
    place: 'Fernhollow',
    contract: 'part-time',
    pay: [1_900, 2_200, 'EUR', 'month'],
    state: 'published',
    publishedDaysAgo: 12,
    openDays: 30,
    requirements: [],
  },
  {
    key: 'energy-auditor',
    title: 'Energy auditor',
    description: 'Houses first, the town hall later.',
    workplace: 'onsite',
    place: null,
    contract: 'temporary',
    state: 'draft',
    publishedDaysAgo: 0,
    requirements: [
      { skills: ['energy-auditing'], must: true, weight: 5, level: 3 },
      { skills: ['building-energy-performance'], weight: 3 },
    ],
  },
];
