import '#tests/support/database.ts';
import { randomUUID } from 'node:crypto';
import { TRPCError } from '@trpc/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { appRouter, createCaller } from '#server/api/root.ts';
import { openPolicy } from '#server/organizations/core/trust-policy.ts';
import { asNobody } from '#tests/support/people.ts';
import { now, type Person } from '../applications/world.ts';
import { makeVictims, type World } from './victims.ts';

/**
 * What a stranger tries on each procedure: `employer` and `candidate` list inputs that name ids of others, each of
 * which must be refused; `own` has no input that could name anything of anybody; `open` is for everybody, with the
 * reason. A procedure without a case fails the test.
 */
type Case =
  | { employer: (world: World) => object[] }
  | { candidate: (world: World) => object[] }
  | { own: true }
  | { open: string };

/** The three ways to name something of another organisation. */
const byJob =
  (rest: object = {}) =>
  ({ theirs, own }: World) => [
    { ...rest, org: theirs.org, jobId: theirs.jobId },
    { ...rest, org: own.org, jobId: theirs.jobId },
    { ...rest, org: theirs.org, jobId: own.jobId },
  ];
const byPerson =
  (rest: object = {}) =>
  (world: World) => [
    ...byJob({ ...rest, candidateId: world.theirs.candidateId })(world),
    { ...rest, ...world.own, candidateId: world.theirs.candidateId },
  ];
const bySearch =
  (rest: object = {}) =>
  ({ theirs, own }: World) => [
    { ...rest, org: theirs.org, id: theirs.searchId },
    { ...rest, org: own.org, id: theirs.searchId },
  ];
const byPeople = (rest: object) => (world: World) => {
  const people = [{ candidateId: world.theirs.candidateId, version: 1 }];
  return [...byJob({ ...rest, people })(world), { ...rest, ...world.own, people }];
};

const interview = { day: '2027-01-14', time: '14:00', zone: 'UTC', minutes: 45, place: 'Room 4' };

const cases: Record<string, Case> = {
  'account.addresses': { own: true },
  'account.addAddress': { own: true },
  'account.confirmAddress': { open: 'the token of the mail is the key' },
  'account.removeAddress': { candidate: ({ theirs }) => [{ id: theirs.addressId }] },
  'account.dids': { own: true },
  'account.openDidChallenge': { own: true },
  'account.proveDid': {
    candidate: ({ theirs }) => [
      { challenge: theirs.challenge, presentation: '{"type":"VerifiablePresentation"}' },
    ],
  },
  'account.removeDid': { candidate: ({ theirs }) => [{ did: theirs.did }] },
  'account.signOutEverywhere': { own: true },
  'applications.answerTimes': { open: 'a measure of organisations, over at least five answers' },
  'applications.coverage': { candidate: ({ theirs }) => [{ jobId: theirs.draftId }] },
  'applications.coverages': { own: true },
  'applications.jobsForCredential': { candidate: ({ theirs }) => [{ id: theirs.credentialId }] },
  'applications.jobsForMe': { own: true },
  'applications.jobsGaining': { own: true },
  'applications.rank': { candidate: ({ theirs }) => [{ jobId: theirs.draftId }] },
  'applications.preview': { candidate: ({ theirs }) => [{ jobId: theirs.draftId }] },
  'applications.submit': {
    candidate: ({ theirs }) => [
      { jobId: theirs.jobId, credentialIds: [theirs.credentialId] },
      { jobId: theirs.draftId, credentialIds: [] },
    ],
  },
  'applications.mine': { own: true },
  'applications.stakes': { own: true },
  'applications.notes': { candidate: ({ theirs }) => [{ applicationId: theirs.applicationId }] },
  'applications.withdraw': { candidate: ({ theirs }) => [{ applicationId: theirs.applicationId }] },
  'contests.open': { candidate: ({ theirs }) => [{ applicationId: theirs.applicationId }] },
  'contests.list': { employer: byJob() },
  'contests.answer': {
    employer: byPerson({ contestId: randomUUID(), outcome: 'stands', answer: 'No' }),
  },
  'credentials.wallet': { own: true },
  'credentials.walletOverview': { own: true },
  'credentials.walletPage': { own: true },
  'credentials.import': { own: true },
  'credentials.imports': { own: true },
  'credentials.dismissImports': { own: true },
  'credentials.recheck': { candidate: ({ theirs }) => [{ id: theirs.credentialId }] },
  'credentials.remove': { candidate: ({ theirs }) => [{ id: theirs.credentialId }] },
  'credentials.share': { candidate: ({ theirs }) => [{ id: theirs.credentialId, publicLink: true }] },
  'credentials.sharing': { own: true },
  'credentials.showOnProfile': {
    candidate: ({ theirs }) => [{ id: theirs.credentialId, onProfile: true }],
  },
  'credentials.card': { candidate: ({ theirs }) => [theirs] },
  'credentials.decideProposal': {
    candidate: ({ theirs }) => [{ id: theirs.credentialId, skillKey: 1, decision: 'confirmed' }],
  },
  'credentials.proof': { candidate: ({ theirs }) => [theirs] },
  'credentials.check': { open: 'verifies a file that is sent along and kept nowhere' },
  'demo.sample': { open: 'invented people' },
  'demo.people': { own: true },
  'demo.outbox': { own: true },
  'demo.issuers': { own: true },
  'demo.revoke': { own: true },
  'help.codes': { open: 'the words of the codes' },
  'interviews.list': { employer: byPerson() },
  'interviews.set': { employer: byPerson(interview) },
  'interviews.change': {
    employer: byPerson({ ...interview, interviewId: randomUUID(), sequence: 0 }),
  },
  'interviews.cancel': { employer: byPerson({ interviewId: randomUUID(), sequence: 0 }) },
  'issuers.get': { open: 'counts over at least five people, and what registries publish' },
  'jobs.create': { employer: ({ theirs }) => [{ org: theirs.org }] },
  'jobs.update': { employer: byJob({ version: 1, title: 'Taken over' }) },
  'jobs.publish': { employer: byJob({ version: 1 }) },
  'jobs.close': { employer: byJob({ version: 2 }) },
  'jobs.get': { employer: byJob() },
  'jobs.list': { employer: ({ theirs }) => [{ org: theirs.org }] },
  'jobs.listPublished': { open: 'published jobs' },
  'jobs.countPublished': { open: 'published jobs' },
  'jobs.getPublished': { candidate: ({ theirs }) => [{ jobId: theirs.draftId }] },
  'notifications.unread': { own: true },
  'notifications.list': { own: true },
  'notifications.read': { candidate: ({ theirs }) => [{ id: theirs.noticeId }] },
  'notifications.readAll': { own: true },
  'organizations.mine': { own: true },
  'organizations.create': { own: true },
  'organizations.get': { employer: ({ theirs }) => [{ org: theirs.org }] },
  'organizations.rail': { employer: ({ theirs }) => [{ org: theirs.org }] },
  'palette.anywhere': { open: 'published jobs, issuers, and what is one’s own' },
  'palette.house': { employer: ({ theirs }) => [{ org: theirs.org, q: 'secret' }] },
  'pipeline.board': { employer: byJob() },
  'pipeline.candidate': { employer: byPerson() },
  'pipeline.counts': { employer: ({ theirs }) => [{ org: theirs.org, jobIds: [theirs.jobId] }] },
  'pipeline.coverageChanges': { employer: byPerson() },
  'pipeline.addNote': { employer: byPerson({ text: 'Seen' }) },
  'pipeline.removeNote': { employer: byPerson({ noteId: '01890000-0000-7000-8000-000000000000' }) },
  'pipeline.decline': { employer: byPeople({ reason: 'terms-differ' }) },
  'pipeline.declineOptions': {
    employer: (world) => {
      const candidateIds = [world.theirs.candidateId];
      return [...byJob({ candidateIds })(world), { ...world.own, candidateIds }];
    },
  },
  'pipeline.move': { employer: byPeople({ to: 'screen' }) },
  'pipeline.undo': { employer: byPeople({}) },
  'pipeline.stages': { employer: byJob() },
  'pipeline.stageChoices': { employer: byJob() },
  'pipeline.saveStages': {
    employer: byJob({
      steps: [
        { stage: 'applied', name: null },
        { stage: 'offer', name: null },
      ],
    }),
  },
  'pipeline.standing': { employer: byPerson() },
  'policy.get': { employer: ({ theirs }) => [{ org: theirs.org }] },
  'policy.names': { employer: ({ theirs }) => [{ org: theirs.org }] },
  'policy.metIssuers': { employer: ({ theirs }) => [{ org: theirs.org }] },
  'team.get': { employer: ({ theirs }) => [{ org: theirs.org }] },
  'team.update': {
    employer: ({ theirs }) => {
      const seen = { name: 'Theirs', website: null, answerDays: 10, timeZone: null };
      return [{ org: theirs.org, name: 'Taken over', website: null, answerDays: null, timeZone: null, seen }];
    },
  },
  'team.invite': { employer: ({ theirs }) => [{ org: theirs.org, email: 'a@example.org', role: 'owner' }] },
  'team.withdrawInvitation': {
    employer: ({ theirs, own }) => [theirs.org, own.org].map((org) => ({ org, id: theirs.invitationId })),
  },
  'team.changeRole': {
    employer: ({ theirs, own }) =>
      [theirs.org, own.org].map((org) => ({ org, accountId: theirs.ownerId, role: 'auditor' })),
  },
  'team.remove': {
    employer: ({ theirs, own }) => [theirs.org, own.org].map((org) => ({ org, accountId: theirs.ownerId })),
  },
  'team.leave': { employer: ({ theirs }) => [{ org: theirs.org }] },
  'team.audit': { employer: ({ theirs }) => [{ org: theirs.org }] },
  'team.invitation': { open: 'the token of the mail is the key' },
  'team.accept': { candidate: ({ theirs }) => [{ token: theirs.invitationToken }] },
  'policy.version': { employer: ({ theirs }) => [{ org: theirs.org, version: 0 }] },
  'policy.history': { employer: ({ theirs }) => [{ org: theirs.org }] },
  'policy.dryRun': { employer: ({ theirs }) => [{ org: theirs.org, policy: openPolicy }] },
  'policy.put': {
    employer: ({ theirs }) => [
      { org: theirs.org, basedOn: 0, policy: { ...openPolicy, silent: { days: 1, weight: 1 } } },
    ],
  },
  'policy.restore': { employer: ({ theirs }) => [{ org: theirs.org, basedOn: 1, version: 0 }] },
  'privacy.exports': { own: true },
  'privacy.requestExport': { own: true },
  'privacy.erase': { own: true },
  'profile.get': { own: true },
  'profile.page': { own: true },
  'profile.renewPage': { own: true },
  'profile.publicPage': { candidate: ({ theirs }) => [{ handle: theirs.handle }] },
  'profile.update': { own: true },
  'profile.setNoticeMail': { own: true },
  'profile.stateSkill': { own: true },
  'profile.unstateSkill': { own: true },
  'profile.block': { own: true },
  'profile.unblock': { own: true },
  'ranking.mark': { employer: byJob() },
  'ranking.changes': { employer: byJob() },
  'ranking.list': { employer: byJob() },
  'ranking.explain': { employer: byPerson() },
  'ranking.choices': { employer: byJob() },
  'ranking.select': { employer: byJob() },
  'ranking.export': { employer: byJob() },
  'searches.list': { employer: byJob() },
  'searches.save': { employer: byJob({ name: 'Mine', query: '', bell: true }) },
  'searches.change': { employer: bySearch({ name: 'Mine' }) },
  'searches.remove': { employer: bySearch() },
  'ranking.market': { employer: byJob({ degreeNeeded: false, lines: [] }) },
  'ranking.sampleMarket': { employer: ({ theirs }) => [{ org: theirs.org }] },
  'ranking.previewPosting': { employer: byJob({ lines: [] }) },
  'wallets.start': { candidate: ({ theirs }) => [{ jobId: theirs.draftId }] },
  'wallets.state': { own: true },
  'wallets.arrival': { open: 'the code that a wallet brought is the key' },
  'wallets.finish': { own: true },
  'skills.find': { employer: ({ theirs }) => [{ org: theirs.org, q: 'Python' }] },
  'skills.makeOwn': { employer: ({ theirs }) => [{ org: theirs.org, label: 'Their way' }] },
  'skills.search': { open: 'names of skills' },
};

const refusals = ['NOT_FOUND', 'FORBIDDEN', 'UNAUTHORIZED'];
// At run time the router keeps all procedures flat by path; its type shows the tree.
const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { meta?: { allow?: string } } }
>;
const paths = Object.keys(procedures).sort();
let world: World;

beforeAll(async () => {
  world = await makeVictims();
});

/** Calls a procedure by its path; returns the code of the refusal, or "allowed". */
async function call(caller: ReturnType<typeof createCaller>, path: string, input: unknown): Promise<string> {
  const [router = '', name = ''] = path.split('.');
  const group = Reflect.get(caller, router) as Record<string, (input: unknown) => Promise<unknown>>;
  try {
    await group[name]?.(input);
    return 'allowed';
  } catch (error) {
    return error instanceof TRPCError ? error.code : String(error);
  }
}

const as = ({ accountId, name, email }: Person) =>
  createCaller({ person: { accountId, name, email }, now, address: 'test' });

describe('every procedure', () => {
  it('has a case here, and no case is left over', () => {
    expect(Object.keys(cases).sort()).toEqual(paths);
  });

  it.each(paths)('%s declares who may call it', (path) => {
    expect(procedures[path]?._def.meta?.allow).toMatch(
      /^(anyone|signed-in|candidate|demo|org:[a-z]+:[a-z]+)$/,
    );
  });
});

describe('somebody who is not signed in', () => {
  const closed = paths.filter((path) => {
    const allow = procedures[path]?._def.meta?.allow;
    return allow !== 'anyone' && allow !== 'demo';
  });

  it.each(closed)('is refused by %s', async (path) => {
    const known = cases[path];
    const inputs =
      known &&
      ('employer' in known ? known.employer(world) : 'candidate' in known ? known.candidate(world) : []);
    for (const input of inputs?.length ? inputs : [{ org: world.theirs.org }])
      expect(await call(asNobody(now), path, input)).toBe('UNAUTHORIZED');
  });

  it.each(['demo.outbox', 'demo.people', 'demo.issuers'])('finds no %s outside the demo', async (path) => {
    expect(await call(asNobody(now), path, undefined)).toBe('NOT_FOUND');
  });
});

describe('an id of somebody else', () => {
  const reaching = paths.filter((path) => {
    const known = cases[path];
    return known && ('employer' in known || 'candidate' in known);
  });

  it.each(reaching)('gets nothing from %s', async (path) => {
    const known = cases[path];
    if (!known || !('employer' in known || 'candidate' in known)) throw new Error('no case');
    const inputs = 'employer' in known ? known.employer(world) : known.candidate(world);
    const caller = as('employer' in known ? world.employer.owner : world.candidate);
    for (const input of inputs)
      expect([input, await call(caller, path, input)]).toEqual([input, expect.toBeOneOf(refusals)]);
  });

  it('is not counted either: counts of foreign jobs are zero', async () => {
    const { own, theirs, employer } = world;
    const [counted] = await employer.api.pipeline.counts({ org: own.org, jobIds: [theirs.jobId] });
    expect(counted).toEqual({ jobId: theirs.jobId, applied: 0, open: 0, unanswered: 0 });
  });

  it('left everything as it was', async () => {
    const { theirs } = world;
    const person = await asNobody(now).jobs.getPublished({ jobId: theirs.jobId });
    expect(person.title).toBe('Data engineer');
  });
});
