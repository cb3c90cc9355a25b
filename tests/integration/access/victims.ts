import { recordProvenDid } from '#server/accounts/index.ts';
import { notify } from '#server/notifications/index.ts';
import { accountScope } from '#server/platform/scope.ts';
import { query } from '#tests/support/database.ts';
import {
  ask,
  type Employer,
  giveCredential,
  makeCandidate,
  makeEmployer,
  makeSkills,
  now,
  type Person,
  publishJob,
} from '../applications/world.ts';

/** What belongs to others, and the two strangers who try to reach it. */
export interface World {
  theirs: {
    org: string;
    invitationId: string;
    invitationToken: string;
    ownerId: string;
    jobId: string;
    draftId: string;
    candidateId: string;
    credentialId: string;
    applicationId: string;
    addressId: string;
    challenge: string;
    did: string;
    noticeId: string;
    handle: string;
    searchId: string;
  };
  own: { org: string; jobId: string };
  employer: Employer;
  candidate: Person;
}

/** Makes a house, its job and an applicant with all they have, and two strangers. */
export async function makeVictims(): Promise<World> {
  const { Python } = await makeSkills('Python');
  const victim = await makeEmployer('Victim House');
  const jobId = (await publishJob(victim, [ask(Python, { must: true })])).id;
  const draft = await victim.api.jobs.create({ org: victim.org, title: 'Secret' });
  const person = await makeCandidate('Victim Person');
  const credentialId = await giveCredential(person, 'Secret badge', [{ skill: Python }]);
  const { applicationId } = await person.api.applications.submit({ jobId, credentialIds: [credentialId] });
  const [address] = await person.api.account.addresses();
  const employer = await makeEmployer('Stranger House');
  const own = { org: employer.org, jobId: (await publishJob(employer, [ask(Python)])).id };
  const candidateId = person.accountId;
  const { challenge } = await person.api.account.openDidChallenge();
  const href = '/wallet';
  const news = { kind: 'credential-restored', title: 'Secret badge', issuer: 'Guild' } as const;
  await notify({ accountId: candidateId, key: 'secret', href, news, at: now });
  const noticeId = (await person.api.notifications.list({})).items[0]?.id ?? '';
  const did = 'did:web:victim.example';
  await recordProvenDid(accountScope(candidateId), did, now);
  const { handle } = await person.api.profile.page();
  const search = { org: victim.org, jobId, name: 'Theirs', query: '', bell: true };
  const { id: searchId } = await victim.api.searches.save(search);
  const invitationToken = 'a-token-that-was-mailed-to-somebody-else';
  const [invitation] = await query<{ id: string }>(
    `insert into invitation (id, organization_id, address, normalized, role, token_hash, created_at, expires_at)
     values (gen_random_uuid(), $1, 'invited@example.org', 'invited@example.org', 'recruiter',
             encode(sha256($2::bytea), 'hex'), $3, $4) returning id`,
    [victim.organizationId, invitationToken, now, new Date(now.getTime() + 86_400_000)],
  );
  const ids = {
    candidateId,
    credentialId,
    applicationId,
    addressId: address?.id ?? '',
    challenge,
    did,
    noticeId,
    handle,
    searchId,
    invitationId: invitation?.id ?? '',
    invitationToken,
    ownerId: victim.owner.accountId,
  };
  return {
    theirs: { org: victim.org, jobId, draftId: draft.id, ...ids },
    own,
    employer,
    candidate: await makeCandidate('Stranger Person'),
  };
}
