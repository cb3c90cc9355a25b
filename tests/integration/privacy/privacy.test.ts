/** Taking everything away, and being forgotten (features C30). */
import '#tests/support/database.ts';
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { drainQueue } from '#server/platform/queue-runner.ts';
import { candidateScope } from '#server/platform/scope.ts';
import { files } from '#server/platform/storage.ts';
import { openExport } from '#server/privacy/index.ts';
import { removeExpiredExports } from '#server/privacy/request-export.ts';
import { privacyHandlers } from '#server/privacy/worker.ts';
import { query } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/people.ts';
import { unzip } from '#tests/support/unpack.ts';
import { ask, type Employer, makeEmployer, makeSkills, publishJob, refusal } from '../applications/world.ts';
import { now, openDesk, own, type Person } from '../credentials/desk.ts';

openDesk();

/** Occurs nowhere but in what this person left. */
const name = 'Xanthippe Quibbleworth';
let employer: Employer;
let holder: Person;
let credentialId = '';
let jobId = '';

beforeAll(async () => {
  employer = await makeEmployer('Copperfield');
  const skills = await makeSkills('Riveting');
  jobId = (await publishJob(employer, [ask(skills.Riveting)])).id;
  holder = await makePerson(name, now);
  ({ id: credentialId } = await own(holder));
  await holder.api.applications.submit({ jobId, credentialIds: [credentialId], note: `Yours, ${name}` });
});

async function makeExport(person: Person): Promise<Map<string, Buffer>> {
  const { id } = await person.api.privacy.requestExport();
  await drainQueue(privacyHandlers);
  const { stream } = await openExport(candidateScope(person.accountId), id, now);
  return unzip(await buffer(stream));
}

const jsonOf = (contents: Map<string, Buffer>, file: string) => JSON.parse(String(contents.get(file)));

describe('an export', () => {
  it('holds every file as received, with a report that checks against the keys beside it', async () => {
    const contents = await makeExport(holder);
    const keys = createLocalJWKSet(jsonOf(contents, 'keys.json') as JSONWebKeySet);
    const [original] = [...contents.keys()].filter((file) => /^credentials\/001\/(?!report)/.test(file));
    const bytes = contents.get(original ?? '') ?? Buffer.alloc(0);
    const { payload } = await jwtVerify(String(contents.get('credentials/001/report.jwt')).trim(), keys);
    expect(payload.report).toMatchObject({
      verdict: 'valid',
      document: { sha256: createHash('sha256').update(bytes).digest('hex') },
    });
    expect(jsonOf(contents, 'profile.json')).toMatchObject({ account: { name, email: holder.email } });
    expect(jsonOf(contents, 'applications.json')).toHaveLength(1);
  });

  it('opens as a page that needs no network and lets no document run a script', async () => {
    const page = String((await makeExport(holder)).get('index.html'));
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/(src|href)="https?:/);
    expect(page.match(/<script/g)).toHaveLength(2);
  });

  it('is one while it is being made, belongs to its candidate, and ends', async () => {
    const first = await holder.api.privacy.requestExport();
    expect(await holder.api.privacy.requestExport()).toEqual(first);
    await drainQueue(privacyHandlers);
    const other = candidateScope((await makePerson('Somebody')).accountId);
    expect(await refusal(openExport(other, first.id, now).catch((cause) => Promise.reject({ cause })))).toBe(
      'not-found export.unknown',
    );
    const later = new Date(now.getTime() + 8 * 86_400_000);
    expect(await removeExpiredExports(later)).toBeGreaterThan(0);
    expect(await query('select 1 from data_export')).toEqual([]);
  });
});

/** Tables with a row that holds the words anywhere. The issuers' own books and what only counts are not asked. */
async function findWords(words: string): Promise<string[]> {
  const tables = await query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public'
      and table_type = 'BASE TABLE' and table_name not in ('issued_credential', 'issuing_profile')`,
  );
  const found: string[] = [];
  for (const { name: table } of tables) {
    const rows = await query(`select 1 from "${table}" t where t::text ilike $1 limit 1`, [`%${words}%`]);
    if (rows.length > 0) found.push(table);
  }
  return found;
}

describe('being deleted', () => {
  it('asks for one’s own address', async () => {
    expect(await refusal(holder.api.privacy.erase({ email: 'other@example.org' }))).toBe(
      'bad-input account.email_mismatch',
    );
    expect((await holder.api.profile.get()).displayName).toBe(name);
  });

  it('is refused to the only owner of a house in which others stay', async () => {
    const house = await makeEmployer('Ironbridge');
    await house.addMember('recruiter');
    expect(await refusal(house.owner.api.privacy.erase({ email: house.owner.email }))).toBe(
      'conflict account.only_owner',
    );
  });

  it('closes the jobs of a house that nobody is left in', async () => {
    const house = await makeEmployer('Lonely');
    const skills = await makeSkills('Waiting');
    const job = await publishJob(house, [ask(skills.Waiting)]);
    await house.owner.api.privacy.erase({ email: house.owner.email });
    expect(await query('select status from job where id = $1', [job.id])).toEqual([{ status: 'closed' }]);
  });

  it('leaves no name, no address and no file, and a stub in the log', async () => {
    expect(await findWords(name)).not.toEqual([]);
    const [{ original_key: key } = { original_key: '' }] = await query<{ original_key: string }>(
      'select original_key from credential where id = $1',
      [credentialId],
    );
    const before = await query<{ id: string }>('select id from application where candidate_id = $1', [
      holder.accountId,
    ]);
    await holder.api.privacy.erase({ email: holder.email.toUpperCase() });
    await drainQueue(privacyHandlers);
    expect(await findWords(name)).toEqual([]);
    expect(await findWords(holder.email)).toEqual([]);
    await expect(files().get(key)).rejects.toMatchObject({ code: 'storage.missing' });
    const stubs = await query<{ action: string; subject: string }>(
      `select action, subject from audit_entry where actor_id = $1 and action like '%.erased' order by action`,
      [holder.accountId],
    );
    expect(stubs).toEqual([
      { action: 'account.erased', subject: `account:${holder.accountId}` },
      { action: 'application.erased', subject: `application:${before[0]?.id}` },
    ]);
    const list = await employer.api.ranking.list({ org: employer.org, jobId });
    expect(JSON.stringify(list)).not.toContain(name);
  });
});
