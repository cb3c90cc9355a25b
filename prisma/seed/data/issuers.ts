import type { IssuerPlan } from '../plan.ts';

/** The invented issuers of the demo, each run by this installation. */
export const issuers: readonly IssuerPlan[] = [
  {
    slug: 'northfold',
    name: 'Northfold Institute of Technology',
    recognised: true,
    formats: ['eddsa-rdfc-2022', 'eddsa-rdfc-2022', 'jwt-es256'],
  },
  { slug: 'quillon', name: 'Quillon Data Guild', recognised: true, formats: ['jwt-es256', 'ob2-signed'] },
  { slug: 'tessellate', name: 'Tessellate Academy', recognised: true, formats: ['jwt-eddsa', 'ob2-hosted'] },
  {
    slug: 'open-foundry',
    name: 'Open Foundry Collective of Independent Technical Educators and Reviewers',
    recognised: true,
    formats: ['Ed25519Signature2020', 'jwt-eddsa'],
  },
  {
    slug: 'brightwater',
    name: 'Brightwater Skills Trust',
    recognised: true,
    formats: ['ob2-hosted', 'ob2-signed', 'jwt-es256'],
  },
  {
    slug: 'saltmarsh-training',
    name: 'Saltmarsh Health Cooperative, Training',
    recognised: true,
    formats: ['eddsa-rdfc-2022', 'jwt-eddsa', 'jwt-es256'],
  },
  {
    slug: 'ironbridge',
    name: 'Ironbridge Guild of Installers and Fabricators',
    recognised: true,
    formats: ['jwt-es256', 'Ed25519Signature2020', 'ob2-hosted'],
  },
  {
    slug: 'certify-4-all',
    name: 'Certify-4-All Online',
    recognised: false,
    formats: ['jwt-eddsa', 'ob2-hosted'],
  },
  {
    slug: 'halcyon',
    name: 'Halcyon Forecasting School',
    recognised: true,
    unreachable: true,
    formats: ['jwt-eddsa'],
  },
];

/** The registry that the demo's operator trusts. */
export const registry = 'Demo registry';
