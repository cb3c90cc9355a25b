import '#tests/support/database.ts';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { SignedIn } from '#server/api/context.ts';
import { answerOriginal } from '#server/api/http/original-endpoint.ts';
import { answerReport } from '#server/api/http/report-endpoint.ts';
import { appRouter, createCaller } from '#server/api/root.ts';
import { openPolicy } from '#server/organizations/core/trust-policy.ts';
import { query } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/people.ts';
import { ask, type Employer, giveCredential, makeEmployer } from '../applications/world.ts';
import { now, openDesk, own } from '../credentials/desk.ts';

/*
 * A job that hides names (features A1): a recruiter calls everything that answers about people, and no answer carries
 * a name, an address, a telephone number, a link of their own or the recipient, until the stage that the job names.
 */

const session = vi.hoisted(() => ({ person: null as SignedIn | null }));
vi.mock('#server/api/auth/session.ts', () => ({ getSignedIn: async () => session.person }));

openDesk();

type Person = Awaited<ReturnType<typeof makePerson>>;

let employer: Employer;
let jobId = '';
let applicant: Person;
let found: Person;
let credentialId = '';
let foundCredentialId = '';

const telephone = '+351 912 345 678';

/** A person with a certificate that carries their name and address in every place that an issuer can fill. */
async function nameBearer(name: string): Promise<{ person: Person; id: string }> {
  const person = await makePerson(name, now);
  const { id } = await own(person, {
    recipient: { name, email: person.email },
    achievement: {
      title: `Relational Data, awarded to ${name}`,
      description: `${name} (${person.email}) models data.`,
      criteria: `An examination that ${name.split(' ')[0]} sat.`,
      evidence: [{ name: `Report of ${name}`, id: `https://portfolio.example/${name.replaceAll(' ', '-')}` }],
    },
  });
  await query(`update credential set original_name = $2 where id = $1`, [id, `${name}.json`]);
  return { person, id };
}

beforeAll(async () => {
  employer = await makeEmployer('Blind House');
  const { org, api } = employer;
  const [sql] = await query<{ key: number }>(`select key from skill where id = 'urn:assay:skill:sql'`);
  const asked = {
    title: 'Records analyst',
    place: 'Lisbon',
    description: 'Counts.',
    namesHiddenUntil: 'interview' as const,
    requirements: [ask(sql?.key ?? 0, { must: true, minLevel: 2 })],
  };
  const draft = await api.jobs.create({ org, ...asked });
  jobId = (await api.jobs.publish({ org, jobId: draft.id, version: draft.version })).id;
  const first = await nameBearer('Quirina Ballantine');
  applicant = first.person;
  credentialId = first.id;
  // Who issues a badge to themselves is an issuer of their own name.
  const ownProof = [{ skill: sql?.key ?? 0 }];
  const ownId = await giveCredential(applicant, 'Work of Quirina Ballantine', ownProof, 'quirina-ballantine');
  await applicant.api.applications.submit({
    jobId,
    credentialIds: [credentialId, ownId],
    displayName: 'Rina Ballantine',
    phone: telephone,
    availableFrom: 'When Quirina is back',
    note: `I am Rina, ${applicant.email}, ${telephone}, https://quirina.example`,
  });
  const second = await nameBearer('Zebulon Tregarthen');
  found = second.person;
  foundCredentialId = second.id;
  await found.api.profile.update({
    displayName: 'Zebulon Tregarthen',
    visibility: 'recruiters',
    headline: 'Zebulon counts',
    place: 'Porto',
  });
});

/** What must not be in an answer, small letters. */
function secretsOf(): string[] {
  return [
    ...['quirina', 'rina ballantine', 'ballantine', 'zebulon', 'tregarthen', 'porto'],
    ...[applicant.email, found.email, telephone, '912 345', 'portfolio.example', '***@', '…@'],
  ].map((secret) => secret.toLowerCase());
}

function expectNobody(what: string, answer: unknown): void {
  const text = (typeof answer === 'string' ? answer : JSON.stringify(answer)).toLowerCase();
  expect(
    secretsOf().filter((secret) => text.includes(secret)),
    what,
  ).toEqual([]);
}

/** The whole JSON of a procedure's answer, or of its refusal. */
async function answerOf(path: string, input: object): Promise<unknown> {
  const recruiter = employer.owner;
  const caller = createCaller({ person: recruiter, now, address: 'test' });
  const call = path
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], caller) as (
    input: object,
  ) => Promise<unknown>;
  try {
    return (await call(input)) ?? null;
  } catch (error) {
    const { cause, message } = error as { cause?: { details?: unknown }; message: string };
    return { refused: message, details: cause?.details ?? null };
  }
}

type Input = (who: { candidateId: string; credentialId: string }) => object;
const refused = { effect: 'refuse', weight: 0, minTier: 0 } as const;
const nothingCounts = { ...openPolicy, recognised: refused, unrecognised: refused };
const room = { day: '2036-01-14', time: '14:00', zone: 'UTC', minutes: 45, place: 'Room 4' };
const inJob = () => ({ org: employer.org, jobId });

/**
 * How each procedure is asked about a person. One that reads candidates or acts on applications and is not here fails
 * the test: say how a recruiter calls it, so that its answer is searched for names.
 */
const asked: Record<string, Input> = {
  'contests.list': inJob,
  'contests.answer': ({ candidateId }) => ({
    ...inJob(),
    ...{ candidateId, contestId: candidateId, outcome: 'stands', answer: 'We read it again.' },
  }),
  'credentials.proof': (who) => who,
  'interviews.list': ({ candidateId }) => ({ ...inJob(), candidateId }),
  'interviews.set': ({ candidateId }) => ({ ...inJob(), candidateId, ...room }),
  'interviews.change': ({ candidateId }) => ({
    ...inJob(),
    ...{ candidateId, interviewId: candidateId, sequence: 0, ...room },
  }),
  'interviews.cancel': ({ candidateId }) => ({
    ...inJob(),
    ...{ candidateId, interviewId: candidateId, sequence: 0 },
  }),
  'jobs.get': inJob,
  'jobs.list': () => ({ org: employer.org }),
  'notifications.list': () => ({}),
  'palette.house': () => ({ org: employer.org, q: 'Ballantine' }),
  'policy.dryRun': () => ({ org: employer.org, policy: nothingCounts }),
  'policy.get': () => ({ org: employer.org }),
  'policy.metIssuers': () => ({ org: employer.org }),
  'policy.names': () => ({ org: employer.org }),
  'pipeline.counts': () => ({ org: employer.org, jobIds: [jobId] }),
  'pipeline.board': inJob,
  'pipeline.candidate': ({ candidateId }) => ({ ...inJob(), candidateId }),
  'pipeline.coverageChanges': ({ candidateId }) => ({ ...inJob(), candidateId }),
  'pipeline.standing': ({ candidateId }) => ({ ...inJob(), candidateId }),
  // Before the note: words of a member stand in the log as they were written.
  'team.audit': () => ({ org: employer.org }),
  'pipeline.addNote': ({ candidateId }) => ({
    ...inJob(),
    candidateId,
    text: candidateId === applicant.accountId ? 'Call Quirina' : 'Call Zebulon',
  }),
  'pipeline.removeNote': ({ candidateId }) => ({ ...inJob(), candidateId, noteId: candidateId }),
  'pipeline.declineOptions': ({ candidateId }) => ({ ...inJob(), candidateIds: [candidateId] }),
  'pipeline.move': ({ candidateId }) => ({ ...inJob(), to: 'screen', people: [{ candidateId, version: 1 }] }),
  'pipeline.decline': ({ candidateId }) => ({
    ...inJob(),
    people: [{ candidateId, version: 2 }],
    reason: 'other',
    sentence: 'No.',
  }),
  'pipeline.undo': ({ candidateId }) => ({ ...inJob(), people: [{ candidateId, version: 3 }] }),
  'ranking.list': inJob,
  'ranking.changes': inJob,
  'ranking.choices': inJob,
  'ranking.export': inJob,
  'ranking.mark': inJob,
  'ranking.market': () => ({ ...inJob(), degreeNeeded: false, lines: [] }),
  'ranking.select': inJob,
  'searches.list': inJob,
  'searches.save': () => ({ ...inJob(), name: 'All', query: '', bell: true }),
  'searches.change': ({ candidateId }) => ({ org: employer.org, id: candidateId, bell: true }),
  'searches.remove': ({ candidateId }) => ({ org: employer.org, id: candidateId }),
  'ranking.explain': ({ candidateId }) => ({ ...inJob(), candidateId }),
  'ranking.previewPosting': () => ({ ...inJob(), lines: [] }),
};

const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { meta?: { allow?: string } } }
>;

describe('a job that hides names', () => {
  it('is asked in every way there is to ask about people', () => {
    const about = ['org:candidates:read', 'org:applications:write'];
    const paths = Object.keys(procedures).filter((path) =>
      about.includes(procedures[path]?._def.meta?.allow ?? ''),
    );
    expect(paths.filter((path) => !(path in asked)).sort()).toEqual([]);
  });

  it.each(Object.keys(asked))('answers %s without saying who anybody is', async (path) => {
    const input = asked[path];
    if (!input) throw new Error(path);
    const people = [
      { candidateId: applicant.accountId, credentialId },
      { candidateId: found.accountId, credentialId: foundCredentialId },
    ];
    for (const who of people) expectNobody(path, await answerOf(path, input(who)));
  });

  it('shows the people all the same: number, points and proof', async () => {
    const { items } = await employer.api.ranking.list(inJob());
    expect(items.map((row) => row.nameHidden)).toEqual([true, true]);
    expect(items.map((row) => row.name).sort((a, b) => b.length - a.length)).toEqual([
      expect.stringMatching(/^Candidate \d{6}$/),
      expect.stringMatching(/^Candidate \d{4}$/),
    ]);
    const explained = await Promise.all(
      items.map(({ candidateId }) => employer.api.ranking.explain({ ...inJob(), candidateId })),
    );
    const proofs = explained.flatMap((row) => (row.coverage.kind === 'score' ? row.coverage.parts : []));
    expect(proofs.map((part) => [part.status, part.proof?.signed])).toEqual([
      ['met', false],
      ['met', false],
    ]);
    const seen = await employer.api.pipeline.candidate({ ...inJob(), candidateId: applicant.accountId });
    expect(seen.application?.note).toMatch(/^I am Candidate \d{4}, \[address hidden\], \[number hidden\], /);
  });

  it('lets nobody be found out by lists of issuers and places, by filters, or by words', async () => {
    const { api, org } = employer;
    const page = await api.ranking.list(inJob());
    expect(page.issuers).toEqual([{ id: expect.any(String), name: 'Northgate College', people: 2 }]);
    const { places, skills } = await api.ranking.choices(inJob());
    expect([places, skills.map(({ label }) => label)]).toEqual([[], ['SQL']]);
    for (const filter of [{ places: ['Porto'] }, { words: 'Ballantine' }, { words: 'tregarthen' }])
      expect((await api.ranking.list({ ...inJob(), filter })).items).toEqual([]);
    const met = await api.policy.metIssuers({ org });
    expect(met.items.map(({ name }) => name)).toEqual(['Northgate College']);
    const trial = await api.policy.dryRun({ org, policy: nothingCounts });
    expect(trial.changes.map((change) => change.name)).toEqual([
      expect.stringMatching(/^Candidate \d+$/),
      expect.stringMatching(/^Candidate \d+$/),
    ]);
    const { csv } = await api.ranking.export(inJob());
    expect(csv.match(/Candidate \d+/g)?.length).toBeGreaterThanOrEqual(2);
  });

  it('shows a proof without holder, document and recipient, and its signed report names nobody', async () => {
    const candidateId = applicant.accountId;
    const proof = await employer.api.credentials.proof({ candidateId, credentialId });
    expect(proof).toMatchObject({ viewer: 'masked', raw: null, recipient: null, verdict: 'valid' });
    expect(proof.holderName).toMatch(/^Candidate \d{4}$/);
    const { accountId, email, name } = employer.owner;
    session.person = { accountId, email, name };
    const params = Promise.resolve({ candidateId, credentialId });
    const request = new Request('http://localhost:3000/');
    expect((await answerOriginal(request, { params })).status).toBe(404);
    const report = await answerReport(request, { params });
    const [, body = ''] = (await report.text()).split('.');
    expectNobody('report', Buffer.from(body, 'base64url').toString());
    expectNobody('report headers', JSON.stringify([...report.headers]));
  });

  it('changes nothing for the holder', async () => {
    const candidateId = applicant.accountId;
    const proof = await applicant.api.credentials.proof({ candidateId, credentialId });
    expect(proof).toMatchObject({ viewer: 'holder', holderName: 'Quirina Ballantine' });
    expect(proof.title).toBe('Relational Data, awarded to Quirina Ballantine');
  });
});

describe('a decline that is contested', () => {
  it('is read without the name', async () => {
    const { org, api, owner } = employer;
    const people = async () => {
      const seen = await api.pipeline.candidate({ ...inJob(), candidateId: applicant.accountId });
      return [{ candidateId: applicant.accountId, version: seen.application?.version ?? 0 }];
    };
    await api.pipeline.decline({ ...inJob(), people: await people(), reason: 'terms-differ' });
    const dayLater = new Date(now.getTime() + 86_400_000);
    const [mine] = await applicant.at(dayLater).applications.mine();
    const text = `Quirina here, ${applicant.email}`;
    await applicant.at(dayLater).contests.open({ applicationId: mine?.id ?? '', text });
    const contests = await owner.at(dayLater).contests.list({ org, jobId });
    expect(contests).toMatchObject([
      { text: expect.stringMatching(/^Candidate \d{4} here, \[address hidden\]$/) },
    ]);
    expectNobody('contests.list', contests);
    const [contest] = contests;
    await owner.at(dayLater).contests.answer({
      ...inJob(),
      ...{ candidateId: applicant.accountId, contestId: contest?.id ?? '' },
      ...{ outcome: 'reopened', answer: 'We read it again.' },
    });
    const candidateId = applicant.accountId;
    expectNobody('after the answer', await api.pipeline.candidate({ ...inJob(), candidateId }));
  });
});

describe('the stage that the job names', () => {
  let minutes = 2 * 24 * 60;
  /** The recruiter a minute later than the last time. */
  const next = () => {
    minutes += 1;
    return employer.owner.at(new Date(now.getTime() + minutes * 60_000)).pipeline;
  };
  const candidate = async () =>
    employer.api.pipeline.candidate({ ...inJob(), candidateId: applicant.accountId });
  const shownInLog = () =>
    query<{ details: { stage: string } }>(
      `select details from audit_entry where action = 'application.name_shown' and organization_id = $1`,
      [employer.organizationId],
    );
  const asSeen = async () => {
    const { version = 0 } = (await candidate()).application ?? {};
    return { candidateId: applicant.accountId, version };
  };
  async function move(to: 'screen' | 'interview') {
    await next().move({ ...inJob(), to, people: [await asSeen()] });
  }

  it('shows the name, is in the log, and a move taken back hides it again', async () => {
    await move('interview');
    const seen = await candidate();
    expect(seen).toMatchObject({ name: 'Rina Ballantine', nameHidden: false });
    expect(seen.application?.phone).toBe(telephone);
    expect((await shownInLog()).map((entry) => entry.details)).toEqual([{ stage: 'interview' }]);
    await next().undo({ ...inJob(), people: [await asSeen()] });
    expectNobody('after undo', await candidate());
  });

  it('leaves it shown once the person was there: back in an earlier stage, and declined', async () => {
    await move('interview');
    await move('screen');
    expect((await candidate()).name).toBe('Rina Ballantine');
    await next().decline({ ...inJob(), people: [await asSeen()], reason: 'terms-differ' });
    expect((await candidate()).name).toBe('Rina Ballantine');
    const proof = await employer.api.credentials.proof({ candidateId: applicant.accountId, credentialId });
    expect(proof).toMatchObject({ viewer: 'granted', holderName: 'Rina Ballantine' });
  });

  it('is changed by the employer with an entry in the log', async () => {
    const { org } = employer;
    const { version } = await employer.api.jobs.get(inJob());
    const job = await employer.api.jobs.update({ org, jobId, version, namesHiddenUntil: null });
    expect(job.namesHiddenUntil).toBeNull();
    const log = await query<{ details: object }>(
      `select details from audit_entry where action = 'job.names_hidden' and subject = $1`,
      [`job:${jobId}`],
    );
    expect(log.map((entry) => entry.details)).toEqual([{ from: 'interview', until: null }]);
    const names = (await employer.api.ranking.list(inJob())).items.map((row) => row.name).sort();
    expect(names).toEqual(['Rina Ballantine', 'Zebulon Tregarthen']);
  });
});
