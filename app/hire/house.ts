/** The organisation whose pages are open, and what the person may do there. Asked once a request. */
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { findWho, requirePerson } from '#app/(candidate)/who.ts';
import { api, currentPerson } from '#server/api/caller.ts';
import { may } from '#server/api/permissions.ts';
import { type Refusal, readRefusal } from '#server/api/refusal.ts';

/** What a person may do in an organisation, as far as pages show it. */
interface Rights {
  writeJobs: boolean;
  seeCandidates: boolean;
  decide: boolean;
  writePolicy: boolean;
  writeHouse: boolean;
  readAudit: boolean;
}

/** The answer of a procedure for a page; what does not exist is the 404 page, the rest stays an error. */
export async function found<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (readRefusal(error)?.kind === 'not-found') notFound();
    throw error;
  }
}

/** The answer of a procedure, or why it was refused: for pages that say "gone" or "not allowed" themselves. */
export async function foundOrRefused<T>(
  answer: Promise<T>,
): Promise<{ value: T; refusal: null } | { value: null; refusal: Refusal }> {
  try {
    return { value: await answer, refusal: null };
  } catch (error) {
    const refusal = readRefusal(error);
    if (!refusal) throw error;
    if (refusal.kind === 'not-found') notFound();
    return { value: null, refusal };
  }
}

/** Organisation, person and rights. Strangers go to the sign-in page, others' organisations are not found. */
export const findHouse = cache(async (slug: string, path: string) => {
  await requirePerson(path);
  const caller = await api();
  const [organization, rail, person, who] = await Promise.all([
    found(caller.organizations.get({ org: slug })),
    found(caller.organizations.rail({ org: slug })),
    currentPerson(),
    findWho(),
  ]);
  const { role } = organization;
  const rights: Rights = {
    writeJobs: may(role, 'jobs:write'),
    seeCandidates: may(role, 'candidates:read'),
    decide: may(role, 'applications:write'),
    writePolicy: may(role, 'policy:write'),
    writeHouse: may(role, 'organization:write'),
    readAudit: may(role, 'audit:read'),
  };
  const unread = who?.unread ?? { unread: 0, more: false };
  return { organization, rail, name: person?.name ?? '', seats: who?.seats ?? [], unread, rights };
});

/** The job whose pages are open, asked once a request. What is not the organisation's is not found. */
export const findJob = cache(async (org: string, jobId: string) =>
  found((await api()).jobs.get({ org, jobId })),
);
