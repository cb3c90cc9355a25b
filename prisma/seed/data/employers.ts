import type { EmployerPlan } from '../plan.ts';
import { fernhollowJobs } from './jobs-fernhollow.ts';
import { harrowWickJobs } from './jobs-harrow-wick.ts';
import { kestrelLoopJobs } from './jobs-kestrel-loop.ts';
import { saltmarshJobs } from './jobs-saltmarsh.ts';

/** Members of employers that nobody signs in as. */
export const colleagues = [
  { email: 'perpetua@saltmarsh.example', name: 'Perpetua Moss' },
  { email: 'ines@fernhollow.example', name: 'Inês Falcão' },
  { email: 'augustin@harrow-wick.example', name: 'Augustin Harrow' },
  { email: 'anselm@kestrel-loop.example', name: 'Anselm Viterbo' },
] as const;

/** The employers of the demo with their people and jobs. */
export const employers: readonly EmployerPlan[] = [
  {
    slug: 'fernhollow',
    name: 'Fernhollow Energy Cooperative',
    website: 'https://fernhollow.example',
    answerDays: 10,
    members: [
      { email: 'gideon@fernhollow.example', role: 'owner' },
      { email: 'odalys@fernhollow.example', role: 'recruiter' },
      { email: 'ines@fernhollow.example', role: 'auditor' },
    ],
    jobs: fernhollowJobs,
  },
  {
    slug: 'saltmarsh',
    name: 'Saltmarsh Health Cooperative',
    website: 'https://saltmarsh.example',
    answerDays: 14,
    members: [
      { email: 'perpetua@saltmarsh.example', role: 'owner' },
      { email: 'tomas@saltmarsh.example', role: 'hiring-manager' },
    ],
    jobs: saltmarshJobs,
  },
  {
    slug: 'harrow-wick',
    name: 'Harrow & Wick Engineering',
    website: 'https://harrow-wick.example',
    answerDays: 7,
    members: [{ email: 'augustin@harrow-wick.example', role: 'owner' }],
    jobs: harrowWickJobs,
  },
  {
    slug: 'kestrel-loop',
    name: 'Kestrel Loop',
    website: 'https://kestrel-loop.example',
    answerDays: null,
    members: [{ email: 'anselm@kestrel-loop.example', role: 'owner' }],
    jobs: kestrelLoopJobs,
  },
];
