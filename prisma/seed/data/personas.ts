import type { PersonPlan } from '../plan.ts';
import type { AchievementKey } from './achievements.ts';

/** The address that Wilhelmina added but has not confirmed; one of her badges names it. */
export const oldAddress = 'w.okonkwo@oldmail.example';

/** One-click people of the demo that are candidates; `key` is the first part of their address at assay.example. */
export const candidatePersonas: readonly PersonPlan<AchievementKey>[] = [
  {
    key: 'wilhelmina',
    name: 'Wilhelmina Adaeze Okonkwo-Lindqvist',
    headline: 'Data scientist who writes things down',
    place: 'Lisbon',
    wallet: [
      'sql-exam!ends29',
      'ml-practitioner',
      'writing',
      'mlops-foundations',
      'data-stories',
      'forecasting',
      'container-operations!revoked',
      'first-aid!expired',
      'statistics-decisions!unbound',
    ],
    states: ['statistics', 'kubernetes', 'public-speaking', 'spanish'],
    blocks: ['harrow-wick'],
  },
  {
    key: 'li.wei',
    name: 'Li Wei',
    headline: 'Machine learning, in service',
    place: 'Rotterdam',
    visibility: 'public',
    shows: true,
    wallet: ['ml-specialist', 'python-production', 'sql-exam', 'mlops-practitioner', 'docker', 'excellence'],
  },
  { key: 'newcomer', name: 'Noa Tan', headline: '', place: '', visibility: 'private', wallet: [] },
];

/** One-click people of the demo that hire; their organisations are in `employers.ts`. */
export const employerPersonas = [
  { email: 'odalys@fernhollow.example', name: 'Odalys Brandt' },
  { email: 'gideon@fernhollow.example', name: 'Gideon Achterberg-Sloane' },
  { email: 'tomas@saltmarsh.example', name: 'Tomás Etxeberria' },
] as const;

/** Made last: whoever finds this person finds a complete world. */
export const founder = { email: 'founder@assay.example', name: 'Ottilie Brandvold' } as const;
