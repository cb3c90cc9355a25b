import type { IssuerPlan, ListingPlan } from '../plan.ts';

/** What the demo's two registries say: one accredits, one knows. */
const accredited = (number: number, since: string): ListingPlan => ({
  registry: 'skills',
  since,
  evidence: `Accredited provider, no. ${number}`,
});
const known = (since: string): ListingPlan => ({ registry: 'open-list', since, evidence: 'Known issuer' });

/** The invented issuers of the demo, each run by this installation. */
export const issuers: readonly IssuerPlan[] = [
  {
    slug: 'northfold',
    name: 'Northfold Institute of Technology',
    listings: [accredited(1182, '2021-03-01'), known('2024-06-12')],
    formats: ['eddsa-rdfc-2022', 'eddsa-rdfc-2022', 'jwt-es256'],
  },
  {
    slug: 'quillon',
    name: 'Quillon Data Guild',
    listings: [known('2023-02-20')],
    formats: ['jwt-es256', 'ob2-signed'],
  },
  {
    slug: 'tessellate',
    name: 'Tessellate Academy',
    listings: [accredited(1407, '2022-09-15')],
    formats: ['jwt-eddsa', 'ob2-hosted'],
  },
  {
    slug: 'open-foundry',
    name: 'Open Foundry Collective of Independent Technical Educators and Reviewers',
    listings: [known('2024-01-08')],
    formats: ['Ed25519Signature2020', 'jwt-eddsa'],
  },
  {
    slug: 'brightwater',
    name: 'Brightwater Skills Trust',
    listings: [accredited(988, '2019-05-02'), known('2024-06-12')],
    formats: ['ob2-hosted', 'ob2-signed', 'jwt-es256'],
  },
  {
    slug: 'saltmarsh-training',
    name: 'Saltmarsh Health Cooperative, Training',
    listings: [accredited(1633, '2024-11-01')],
    formats: ['eddsa-rdfc-2022', 'jwt-eddsa', 'jwt-es256'],
  },
  {
    slug: 'ironbridge',
    name: 'Ironbridge Guild of Installers and Fabricators',
    listings: [accredited(871, '2018-01-15')],
    formats: ['jwt-es256', 'Ed25519Signature2020', 'ob2-hosted'],
  },
  {
    slug: 'certify-4-all',
    name: 'Certify-4-All Online',
    listings: [],
    formats: ['jwt-eddsa', 'ob2-hosted'],
  },
  {
    // Reads like Northfold, and is somebody else.
    slug: 'northfo1d',
    name: 'Northfo1d Institute of Technology',
    listings: [],
    formats: ['jwt-eddsa'],
  },
  {
    slug: 'halcyon',
    name: 'Halcyon Forecasting School',
    listings: [known('2025-04-30')],
    unreachable: true,
    formats: ['jwt-eddsa'],
  },
];
