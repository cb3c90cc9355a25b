import '#tests/support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { query } from '#tests/support/database.ts';
import {
  ask,
  type Employer,
  giveCredential,
  makeCandidate,
  makeEmployer,
  makeSkills,
  type Person,
  publishJob,
  refusal,
} from '../applications/world.ts';

let employer: Employer;
let skills: Record<'Kubernetes' | 'SQL', number>;
let jobId: string;

beforeEach(async () => {
  employer = await makeEmployer('Northline');
  skills = await makeSkills('Kubernetes', 'SQL');
  const lines = [ask(skills.Kubernetes, { must: true, weight: 2 }), ask(skills.SQL, { must: true })];
  jobId = (await publishJob(employer, lines)).id;
});

interface Given {
  proofs?: Parameters<typeof giveCredential>[2];
  title?: string;
  issuer?: string;
  visibility?: string;
  note?: string;
}

async function applicant(name: string, given: Given = {}): Promise<Person & { credentialId: string }> {
  const person = await makeCandidate(name, given.visibility);
  const proofs = given.proofs ?? [{ skill: skills.Kubernetes }];
  const credentialId = await giveCredential(person, given.title ?? 'A badge', proofs, given.issuer);
  const note = given.note === undefined ? {} : { note: given.note };
  await person.api.applications.submit({ jobId, credentialIds: [credentialId], ...note });
  return { ...person, credentialId };
}

const list = (input: object = {}) => employer.api.ranking.list({ org: employer.org, jobId, ...input });
const namesOf = async (input: object) => (await list(input)).items.map((row) => row.name);
const found = async (words: string) =>
  Object.fromEntries(
    (await list({ filter: { words } })).items.map((row) => [
      row.name,
      row.hits.map(({ source, pieces }) => [
        source,
        pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join(''),
      ]),
    ]),
  );

describe('search', () => {
  it('finds words in names, titles, issuers, skills and notes, and shows them in context', async () => {
    await applicant('Ada Kubera', { proofs: [], title: 'Nothing Here' });
    await applicant('Bo', { title: 'Kubernetes, Examined', proofs: [] });
    await query(
      `insert into skill_label (skill_key, norm, text, kind) values ($1, 'kubernetes', 'Kubernetes', 'pref')`,
      [skills.Kubernetes],
    );
    await applicant('Cy', { title: 'Operations' });
    await applicant('Di', { proofs: [], issuer: 'kubeworks' });
    await applicant('Ed', { proofs: [], note: 'I moved 40 services to Kubernetes by hand.' });
    await applicant('Fi', { proofs: [{ skill: skills.SQL }] });
    expect(await found('kube')).toEqual({
      'Ada Kubera': [['name', 'Ada [Kube]ra']],
      Bo: [['title', '[Kube]rnetes, Examined']],
      Cy: [['skill', '[Kube]rnetes']],
      Di: [['issuer', '[kube]works']],
      Ed: [['note', 'I moved 40 services to [Kube]rnetes by hand.']],
    });
    expect(Object.keys(await found('kubernetes hand'))).toEqual(['Ed']);
    const none = await list({ filter: { words: 'zanzibar' } });
    expect(none).toMatchObject({ items: [], gains: { 'words:zanzibar': 6 } });
  });

  it('reads what issuers wrote of a badge and of the work behind it, of applicants alone', async () => {
    const write = (id: string, view: object) =>
      query('update credential set view = view || $2::jsonb where id = $1', [id, JSON.stringify(view)]);
    const ada = await applicant('Ada', { title: 'Operations', proofs: [] });
    await write(ada.credentialId, { description: 'Runs Kubernetes clusters in production.' });
    const bo = await applicant('Bo', { title: 'Portfolio', proofs: [] });
    const work = { name: 'Migration', narrative: 'Forty services moved to Kubernetes.', description: null };
    await write(bo.credentialId, { evidence: [{ ...work, id: null, genre: null }] });
    const cy = await makeCandidate('Cy', 'public');
    const other = await giveCredential(cy, 'Operations', [{ skill: skills.Kubernetes }]);
    await write(other, { description: 'Knows Zanzibar clusters.' });
    expect(await found('clusters')).toEqual({
      Ada: [['text', 'Runs Kubernetes [clusters] in production.']],
    });
    expect(await found('forty')).toEqual({
      Bo: [['text', 'Migration: [Forty] services moved to Kubernetes.']],
    });
    expect(Object.keys(await found('kubernetes production'))).toEqual(['Ada']);
  });

  it('looks at nothing that the employer may not see', async () => {
    const shy = await applicant('Shy');
    await query(`update candidate set headline = 'Volcano guide', place = 'Etna' where id = $1`, [
      shy.accountId,
    ]);
    await giveCredential(shy, 'Volcano Safety', [{ skill: skills.SQL }]);
    const open = await applicant('Open', { visibility: 'recruiters' });
    await query(`update candidate set headline = 'Volcano painter', place = 'Etna' where id = $1`, [
      open.accountId,
    ]);
    expect(await found('volcano')).toEqual({ Open: [['headline', '[Volcano] painter']] });
    expect(await namesOf({ filter: { places: ['Etna'] } })).toEqual(['Open']);
    const choices = await employer.api.ranking.choices({ org: employer.org, jobId });
    expect(choices.places).toEqual([{ place: 'Etna', people: 1 }]);
    await open.api.profile.block({ slug: employer.org });
    expect(await found('volcano')).toEqual({});
  });

  it('finds nobody by a name that is hidden, nor by words that hold it', async () => {
    await applicant('Zebedee Quill', {
      title: 'Award for Zebedee',
      note: 'Zebedee wrote this about clusters.',
    });
    const { org, api } = employer;
    const { version } = await api.jobs.get({ org, jobId });
    await api.jobs.update({ org, jobId, version, namesHiddenUntil: 'interview' });
    expect(await found('zebedee')).toEqual({});
    const [[name, hits] = []] = Object.entries(await found('clusters'));
    expect(name).toMatch(/^Candidate \d+$/);
    expect(JSON.stringify(hits)).not.toContain('Zebedee');
    const { csv } = await api.ranking.export({ org, jobId });
    expect(csv).not.toMatch(/Zebedee|Quill/);
  });

  it('takes signs of patterns for what they are', async () => {
    await applicant('Per Cent', { note: 'I cut costs by 30% a_year.' });
    await applicant('Nobody Else', { note: 'abc' });
    expect(Object.keys(await found('30%'))).toEqual(['Per Cent']);
    expect(Object.keys(await found('a_y'))).toEqual(['Per Cent']);
    expect(Object.keys(await found("'; drop table job; --"))).toEqual([]);
  });
});

describe('filters of the proof', () => {
  it('by kind and by age must hold of the same proof as skill and issuer', async () => {
    const old = await applicant('Old', { issuer: 'northfold' });
    await applicant('New', { issuer: 'quillon' });
    await query(`update credential set issued_at = '2020-01-01', kind = 'certificate' where id = $1`, [
      old.credentialId,
    ]);
    expect(await namesOf({ filter: { kinds: ['certificate'] } })).toEqual(['Old']);
    expect(await namesOf({ filter: { freshYears: 2 } })).toEqual(['New']);
    expect(await namesOf({ filter: { freshYears: 10, kinds: ['badge', 'certificate'] } })).toHaveLength(2);
    const both = { kinds: ['certificate'], issuerIds: ['did:web:quillon.example'] };
    const page = await list({ filter: both });
    expect(page.items).toEqual([]);
    expect(page.gains).toEqual({ 'kind:certificate': 1, 'issuer:did:web:quillon.example': 1 });
    const { kinds, skills: proven } = await employer.api.ranking.choices({ org: employer.org, jobId });
    expect(kinds).toEqual([
      { kind: 'badge', people: 1 },
      { kind: 'certificate', people: 1 },
    ]);
    expect(proven).toEqual([{ skillKey: skills.Kubernetes, label: 'Kubernetes', people: 2 }]);
  });

  it('say for each what taking it away brings, and it brings exactly that', async () => {
    for (const [at, proofs] of [
      [],
      [{ skill: skills.SQL }],
      [{ skill: skills.Kubernetes, level: 2 as const }],
    ].entries())
      await applicant(`Person ${at}`, { proofs });
    const filter = {
      skills: [{ skillKey: skills.Kubernetes, minLevel: 3 }],
      stages: ['applied'],
      mustsMet: true,
    };
    const { gains, items, hidden } = await list({ filter });
    expect([items.length, hidden]).toEqual([0, 3]);
    const without = await list({ filter: { ...filter, skills: [] } });
    expect(without.items).toHaveLength(gains[`skill:${skills.Kubernetes}`] ?? 0);
  });
});

describe('the order of a list', () => {
  it('by date or name leaves every rank as it is, and pages without loss', async () => {
    for (const name of ['Cem', 'Ána', 'Bo']) await applicant(name, name === 'Bo' ? { proofs: [] } : {});
    const ranks = new Map((await list()).items.map((row) => [row.name, row.rank]));
    const byName = await list({ sort: 'name' });
    expect(byName.items.map((row) => row.name)).toEqual(['Ána', 'Bo', 'Cem']);
    for (const row of [...byName.items, ...(await list({ sort: 'applied' })).items])
      expect(row.rank).toBe(ranks.get(row.name));
    expect(await refusal(list({ sort: 'name', cursor: 'x' }))).toBe('bad-input ranking.cursor_malformed');
  });
});

describe('a list taken away', () => {
  it('is a table without formulas, with verdict words, ISO dates and proofs, and the log keeps it', async () => {
    await applicant('=cmd|calc!A1', {
      title: '+SUM(1)',
      proofs: [{ skill: skills.Kubernetes }, { skill: skills.SQL }],
    });
    await applicant('@Plain "Quoted", Person', { proofs: [{ skill: skills.Kubernetes, unknown: true }] });
    const { org, api, organizationId } = employer;
    const { csv, name } = await api.ranking.export({ org, jobId, filter: { stages: ['applied'] } });
    expect(name).toMatch(/^candidates-[\w-]+-2026-11-23\.csv$/);
    const [head, first, second] = csv.replace('\uFEFF', '').split('\r\n');
    expect(head).toContain('Rank,Queue,Candidate,Stage,Applied,Points proven');
    expect(first).toContain(
      "1,first,'=cmd|calc!A1,applied,2026-11-23,100.0,0.0,2,2,Met,66.7,Valid,'+SUM(1),guild",
    );
    expect(first).toMatch(/http:\/\/[^,]+\/proof\/[0-9a-f-]{36}\/[0-9a-f-]{36}/);
    expect(second).toContain('"\'@Plain ""Quoted"", Person"');
    expect(second).toContain('Unknown');
    expect(csv).not.toMatch(/(?:^|[,"\n])[=+@\t]/m);
    const [entry] = await query<{ action: string; details: object }>(
      `select action, details from audit_entry where organization_id = $1 and action = 'ranking.exported'`,
      [organizationId],
    );
    expect(entry?.details).toEqual({ people: 2, of: 2, view: '?stage=applied' });
  });

  it('says "No score" where the job asks nothing', async () => {
    jobId = (await publishJob(employer, [])).id;
    await applicant('Anybody');
    const { csv } = await employer.api.ranking.export({ org: employer.org, jobId });
    expect(csv).toContain(',no score,Anybody,applied,2026-11-23,No score,');
  });
});
