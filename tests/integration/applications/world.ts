import { randomUUID } from 'node:crypto';
import { insertCredential } from '#server/credentials/store/credentials.ts';
import { replaceEvidence } from '#server/credentials/store/evidence.ts';
import type { JobContentInput } from '#server/jobs/schemas.ts';
import { insertMember } from '#server/organizations/index.ts';
import { candidateScope } from '#server/platform/scope.ts';
import { query } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/people.ts';

/** The time at which everything of these tests happens. */
export const now = new Date('2026-11-23T09:00:00Z');
export const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

export type Person = Awaited<ReturnType<typeof makePerson>>;

/** Makes skills and returns their keys by label. */
export async function makeSkills<Label extends string>(...labels: Label[]): Promise<Record<Label, number>> {
  await query(
    `insert into skill_scheme (id, name, version, licence) values ('test', 'Test', '1', 'CC0') on conflict do nothing`,
  );
  const rows = await query<{ key: number; label: Label }>(
    `insert into skill (scheme_id, id, label) select 'test', 'urn:test:' || label || gen_random_uuid(), label
       from unnest($1::text[]) as label returning key, label`,
    [labels],
  );
  return Object.fromEntries(rows.map((row) => [row.label, row.key])) as Record<Label, number>;
}

/** A piece of evidence in a test's words. */
export interface Proof {
  skill: number;
  level?: 1 | 2 | 3 | 4 | null;
  tier?: number;
  unknown?: boolean;
  until?: Date;
}

/** Stores a credential as the verifier would leave it, with its evidence; returns its id. */
export async function giveCredential(
  person: Person,
  title: string,
  proofs: Proof[],
  issuer = 'guild',
): Promise<string> {
  const issuerId = `did:web:${issuer}.example`;
  await query(`insert into issuer (id, claimed_name) values ($1, $2) on conflict do nothing`, [
    issuerId,
    issuer,
  ]);
  const scope = candidateScope(person.accountId);
  const unknown = proofs.some((proof) => proof.unknown);
  const dates = { issuedAt: now, validFrom: null, validUntil: proofs[0]?.until ?? null };
  const view = {
    ...{ id: null, kind: 'badge', title, description: null, criteria: null, achievementType: null },
    issuer: { id: issuerId, name: issuer, url: null },
    ...{ issuedAt: null, validFrom: null, validUntil: null, recipient: null },
    ...{ results: [], evidence: [], tags: [], alignments: [], signed: true },
  };
  const id = await insertCredential(
    scope,
    {
      digest: randomUUID(),
      originalKey: randomUUID(),
      originalName: 'badge.json',
      originalSize: 1,
      mediaType: 'application/json',
      sourceUrl: null,
    },
    {
      ...{
        format: 'ob3-jwt',
        container: 'json',
        kind: 'badge',
        title,
        issuerId,
        ...dates,
        view,
        anchor: null,
      },
      verdict: unknown ? 'unknown' : 'valid',
      decidingCode: unknown ? 'status-unavailable' : null,
      ...{ decidingDetail: null, decidingSource: null },
      ...{ bound: 'yes', tier: 3, tierRule: 'test', checkedAt: now, nextCheckAt: later(24), statusLists: [] },
      ...{ verdictSince: now, lastGoodAt: unknown ? null : now, unreachableSince: unknown ? now : null },
      parts: [],
    },
  );
  await replaceEvidence(
    scope,
    id,
    proofs.map((proof) => ({
      skillKey: proof.skill,
      level: proof.level === undefined ? 3 : proof.level,
      tier: proof.tier ?? 3,
      issuerId,
      standing: proof.unknown ? 'unknown' : 'stands',
      origin: 'alignment',
      checkedAt: now,
      validFrom: null,
      validUntil: proof.until ?? null,
      ruleSet: 1,
    })),
  );
  return id;
}

/** Takes a credential's evidence away, as a revocation does. */
export async function loseEvidence(person: Person, credentialId: string): Promise<void> {
  await replaceEvidence(candidateScope(person.accountId), credentialId, []);
}

/** A person who is a candidate, with a visibility. */
export async function makeCandidate(name: string, visibility = 'private'): Promise<Person> {
  const person = await makePerson(name, now);
  await person.api.applications.mine();
  await query('update candidate set visibility = $2 where id = $1', [person.accountId, visibility]);
  return person;
}

let organizations = 0;

/** An organisation with its owner. */
export async function makeEmployer(name: string, answerDays = 10) {
  organizations += 1;
  const owner = await makePerson(`Owner of ${name}`, now);
  const org = `${name.toLowerCase().replace(/\W+/g, '-')}-${organizations}`;
  const organization = await owner.api.organizations.create({ name, slug: org, answerDays });
  const addMember = async (role: string) => {
    const member = await makePerson(`${role} of ${name}`, now);
    await insertMember(organization.id, member.accountId, role);
    return member;
  };
  return { owner, org, organizationId: organization.id, api: owner.api, addMember };
}
export type Employer = Awaited<ReturnType<typeof makeEmployer>>;

type Line = NonNullable<JobContentInput['requirements']>[number];

/** One line of a job; met by `skillKeys`, the rest by default. */
export const ask = (skillKeys: number | number[], rest: Partial<Line> = {}): Line => ({
  skillKeys: [skillKeys].flat(),
  must: false,
  weight: 1,
  minLevel: null,
  minTier: 0,
  shortLabel: null,
  ...rest,
});

/** A published job. */
export async function publishJob(employer: Employer, requirements: Line[], title = 'Data engineer') {
  const { org, api } = employer;
  const place = { place: 'Lisbon', description: 'Builds things.' };
  const draft = await api.jobs.create({ org, title, ...place, requirements });
  return api.jobs.publish({ org, jobId: draft.id, version: draft.version });
}

/** What a refusal says, for tests: its code and kind. */
export async function refusal(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'allowed';
  } catch (error) {
    const { cause } = error as { cause?: { code?: string; kind?: string } };
    return cause?.code && cause.kind ? `${cause.kind} ${cause.code}` : String(error);
  }
}
