import { addAddress } from '#server/accounts/index.ts';
import { accountScope } from '#server/platform/scope.ts';
import { files } from '#server/platform/storage.ts';
import { installStarterScheme } from '#server/skills/index.ts';
import { applications } from './data/applications.ts';
import { colleagues, employers } from './data/employers.ts';
import { issuers } from './data/issuers.ts';
import { employerPersonas, founder, oldAddress } from './data/personas.ts';
import { fillPages } from './fill-pages.ts';
import { fillWallets, type WalletOutcome } from './fill-wallets.ts';
import { makeApplication } from './make-applications.ts';
import { closeJobs, type MadeJob, makeEmployer } from './make-employers.ts';
import { makeIssuers } from './make-issuers.ts';
import { makeAccount, makeCandidate } from './make-people.ts';
import { plannedPeople } from './plan-wallets.ts';
import { findAccountIds, isAnyIssuerListed, removeWorld } from './store.ts';
import { inBatches, type Say } from './timing.ts';

/** What was made. `surprises` names credentials that were not judged as intended; there should be none. */
export interface World {
  people: number;
  employers: number;
  jobs: number;
  applications: number;
  credentials: number;
  surprises: WalletOutcome[];
}

const employerPeople = [
  ...employerPersonas.map((person) => ({ ...person, isDemo: true })),
  ...colleagues.map((person) => ({ ...person, isDemo: false })),
];

const allEmails = [
  ...plannedPeople.map((person) => person.email),
  ...employerPeople.map((person) => person.email),
  founder.email,
];

const slugs = issuers.map((issuer) => issuer.slug);

/** True when the world is there, and complete: the founder is made last, and its issuers are listed. */
async function worldIsComplete(): Promise<boolean> {
  return (await findAccountIds([founder.email])).size === 1 && (await isAnyIssuerListed(slugs));
}

/** Removes what there is of the world, and nothing else. */
export async function clearWorld(): Promise<void> {
  const ids = await removeWorld([...allEmails, oldAddress], slugs);
  await inBatches(ids, 16, (id) => files().removeAll(id));
}

async function makeAccounts(now: Date): Promise<Map<string, string>> {
  const candidates = plannedPeople.map(({ email, isDemo, plan }) => ({ email, isDemo, name: plan.name }));
  const [shown, others] = [true, false].map((isDemo) =>
    [...candidates, ...employerPeople].filter((person) => person.isDemo === isDemo),
  );
  const ids = new Map<string, string>();
  // One after the other: the sign-in page lists the demo's people in the order of their making.
  for (const person of shown ?? []) ids.set(person.email, await makeAccount(person, now));
  await inBatches(others ?? [], 8, async (person) => ids.set(person.email, await makeAccount(person, now)));
  return ids;
}

async function makeApplications(
  jobs: readonly MadeJob[],
  idOf: (email: string) => string,
  wallets: readonly WalletOutcome[],
  now: Date,
): Promise<number> {
  const emailOf = new Map(plannedPeople.map((person) => [person.plan.key, person.email]));
  let made = 0;
  for (const job of jobs) {
    const planned = applications[job.plan.key] ?? [];
    // Declines come last: their reasons are measured against the others.
    const [early, late] = [false, true].map((isLate) =>
      planned.filter(([, stage]) => (stage === 'declined') === isLate),
    );
    for (const group of [early ?? [], late ?? []])
      await inBatches(group, 6, (application) =>
        makeApplication(job, idOf(emailOf.get(application[0]) ?? application[0]), application, wallets, now),
      );
    made += planned.length;
  }
  return made;
}

/** Builds the demo world through the product's own use cases. The database must not hold parts of one. */
async function buildWorld(now: Date, say: Say): Promise<World> {
  await installStarterScheme();
  await makeIssuers(now);
  const ids = await makeAccounts(now);
  const idOf = (email: string) => {
    const id = ids.get(email);
    if (id === undefined) throw new Error(`The plan names a person who is not there: ${email}`);
    return id;
  };
  say(`${issuers.length} issuers, ${ids.size} people`);
  const jobs = (await Promise.all(employers.map((plan) => makeEmployer(plan, idOf, now)))).flat();
  await inBatches(plannedPeople, 6, ({ email, plan }) => makeCandidate(idOf(email), plan));
  say(`${employers.length} employers, ${jobs.length} jobs`);
  const outcomes = await fillWallets(idOf, now, say);
  await fillPages(idOf, outcomes);
  const wilhelmina = accountScope(idOf('wilhelmina@assay.example'));
  await addAddress(wilhelmina, oldAddress, now);
  const made = await makeApplications(jobs, idOf, outcomes, now);
  await closeJobs(jobs, now);
  say(`${made} applications`);
  await makeAccount({ ...founder, isDemo: true }, now);
  return {
    people: plannedPeople.length,
    employers: employers.length,
    jobs: jobs.length,
    applications: made,
    credentials: outcomes.length,
    surprises: outcomes.filter((outcome) => !outcome.asIntended),
  };
}

/**
 * Sees to it that there is a demo world. A complete one is left alone (null) unless `anew` is true; what an
 * interruption left is removed first.
 */
export async function ensureWorld(now: Date, say: Say, anew = false): Promise<World | null> {
  if (!anew && (await worldIsComplete())) return null;
  await clearWorld();
  return buildWorld(now, say);
}
