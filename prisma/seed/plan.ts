/*
 * The shapes in which the demo world is written down (folder `data/`), before any of it exists.
 */

/** How an achievement was assessed; decides the evidence tier that its credentials reach. */
export type Proof = 'attendance' | 'quiz' | 'exam' | 'reviewed' | 'licence';

/** A skill that an achievement is aligned to: the slug in the starter scheme, and the level shown, if any. */
export type AlignedSkill = readonly [slug: string, level: 1 | 2 | 3 | 4 | null];

/** What one of the demo's registries says of an issuer: `skills` and `open-list` are published at the issuers' own host. */
export interface ListingPlan {
  readonly registry: 'skills' | 'open-list';
  readonly since: string;
  readonly evidence: string;
}

/** An invented issuer. `unreachable`: its DID lives on a host that never answers. */
export interface IssuerPlan {
  readonly slug: string;
  readonly name: string;
  /** The demo's registries that list it; none = unrecognised. */
  readonly listings: readonly ListingPlan[];
  readonly unreachable?: true;
  readonly formats: readonly IssueFormat[];
}

/** The formats that demo credentials are issued in. */
export type IssueFormat =
  | 'eddsa-rdfc-2022'
  | 'Ed25519Signature2020'
  | 'jwt-es256'
  | 'jwt-eddsa'
  | 'ob2-hosted'
  | 'ob2-signed';

/** Something that can be achieved; each credential of the world is one person's instance of one. */
export interface AchievementPlan {
  readonly issuer: string;
  readonly title: string;
  readonly description: string;
  readonly criteria: string;
  readonly proof: Proof;
  readonly kind?: 'Badge' | 'Certificate' | 'License' | 'CertificateOfCompletion';
  readonly skills: readonly AlignedSkill[];
  readonly tags?: readonly string[];
  /** Years until it ends; null = never. Two when not said. */
  readonly years?: number | null;
  readonly format?: IssueFormat;
}

/**
 * What is special about one person's credential. `ends29` ends in 29 days; `unbound` names another address;
 * `tampered` was changed after signing; `future` starts later; `status` has a list on a host that never answers.
 */
export type Twist = 'revoked' | 'expired' | 'ends29' | 'future' | 'unbound' | 'tampered' | 'status';

/** A candidate of the world. */
export interface PersonPlan<Key extends string = string> {
  /** First part of the e-mail address; unique. */
  readonly key: string;
  readonly name: string;
  readonly headline: string;
  readonly place: string;
  /** Who may find the person; `recruiters` when not said. */
  readonly visibility?: 'private' | 'link' | 'recruiters' | 'public';
  /** Achievements, each with what is special about this one after a `!`. */
  readonly wallet: readonly (Key | `${Key}!${Twist}`)[];
  /** Has a public page with every credential that names the person on it. */
  readonly shows?: true;
  /** Slugs of skills in the person's own words. */
  readonly states?: readonly string[];
  /** Slugs of organisations that must not find the person. */
  readonly blocks?: readonly string[];
}

/** One line of what a job asks; several slugs are alternatives. */
export interface RequirementPlan {
  readonly skills: readonly string[];
  readonly must?: true;
  readonly weight: number;
  readonly level?: 1 | 2 | 3 | 4;
  readonly tier?: 1 | 2 | 3 | 4 | 5;
  readonly short?: string;
}

/** A job of the world. Days count from the moment of seeding. */
export interface JobPlan {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly workplace: 'onsite' | 'hybrid' | 'remote';
  readonly place: string | null;
  readonly contract: 'permanent' | 'temporary' | 'part-time' | 'internship' | 'freelance';
  readonly pay?: readonly [
    min: number,
    max: number,
    currency: string,
    period: 'year' | 'month' | 'day' | 'hour',
  ];
  readonly degreeNeeded?: true;
  /** Until this stage the employer sees numbers instead of names. */
  readonly hidesNames?: 'screen' | 'task' | 'interview' | 'offer';
  readonly state: 'draft' | 'published' | 'closed';
  readonly publishedDaysAgo: number;
  readonly openDays?: number;
  /** What this employer calls its stages, where it has own names. */
  readonly stageNames?: Partial<Record<'screen' | 'task' | 'interview', string>>;
  readonly requirements: readonly RequirementPlan[];
}

/** An employer with its people and jobs. The first member is the owner. */
export interface EmployerPlan {
  readonly slug: string;
  readonly name: string;
  readonly website: string;
  readonly answerDays: number | null;
  readonly members: readonly { readonly email: string; readonly role: string }[];
  readonly jobs: readonly JobPlan[];
}

/** Where an application of the world ends up. */
export type StagePlan =
  | 'applied'
  | 'screen'
  | 'task'
  | 'interview'
  | 'offer'
  | 'hired'
  | 'declined'
  | 'withdrawn';

/** One application: who, how far, how many days ago. */
export type ApplicationPlan = readonly [person: string, stage: StagePlan, daysAgo: number, note?: string];
