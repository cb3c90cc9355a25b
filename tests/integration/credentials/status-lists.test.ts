import '#tests/support/database.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureCandidate } from '#server/candidates/index.ts';
import { askPolitely, fetchOnSchedule } from '#server/credentials/fetch-politely.ts';
import { lookAtDueLists } from '#server/credentials/look-at-lists.ts';
import { recheckDueCredentials } from '#server/credentials/recheck-credential.ts';
import { type ReadReport, recordReport } from '#server/credentials/record-report.ts';
import { type CachedFetch, verifyBytes } from '#server/credentials/verify-bytes.ts';
import { candidateScope } from '#server/platform/scope.ts';
import { files } from '#server/platform/storage.ts';
import { installStarterScheme } from '#server/skills/index.ts';
import { query } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/people.ts';
import { createIssuer, issueJwt, statusEntry, statusList } from '#tests/support/signing/index.ts';
import { serve } from '#tests/support/signing/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-lists-'));
Object.assign(process.env, { STORAGE_DIR: folder, RECHECK_SECONDS: '3600' });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hour = 3_600_000;
const start = new Date('2026-11-23T00:00:00Z');
const at = (hours: number) => new Date(start.getTime() + hours * hour);

let college = createIssuer({ kind: 'did:web' });
let asked: string[] = [];
let down = false;
/** Validators by address, where the college's host knows them; and those that it was asked by. */
let etags = new Map<string, string>();
let validators: (string | undefined)[] = [];

/** Answers from what the college publishes at this moment; notes what is asked. */
const ask: CachedFetch = async (url, options) => {
  asked.push(url);
  if (down) return { ok: false, reason: 'unreachable', detail: 'connection refused' };
  const etag = etags.get(url);
  const answer = await serve(college.documents)(url, options ?? {});
  if (etag === undefined || !answer.ok) return answer;
  validators.push(options?.ifNoneMatch);
  if (options?.ifNoneMatch !== etag) return { ...answer, etag };
  return { ...answer, status: 304, contentType: '', body: new Uint8Array() };
};
const listUrl = (number: number) => `${college.root}/status/${number}`;
const listsAsked = () => asked.filter((url) => url.includes('/status/'));

let count = 0;
beforeEach(async () => {
  await query('truncate status_list, credential, host_pause cascade');
  await installStarterScheme();
  college = createIssuer({ kind: 'did:web', host: `college-${++count}.example` });
  [asked, down, etags, validators] = [[], false, new Map(), []];
});

type Person = Awaited<ReturnType<typeof makePerson>>;

/** Puts a credential about SQL with a place in a list into a wallet, as an import does. */
async function own(person: Person, list: number, index: number): Promise<string> {
  const scope = candidateScope(person.accountId);
  await ensureCandidate(scope, person.name);
  const token = issueJwt(college, {
    id: `${college.root}/credentials/${list}-${index}`,
    email: person.email,
    alignments: [{ name: 'SQL', url: 'urn:assay:skill:sql' }],
    status: statusEntry(listUrl(list), index),
  });
  const bytes = new TextEncoder().encode(token);
  const originalKey = await files().put(person.accountId, bytes);
  const holder = { emails: [person.email], dids: [] };
  const { report, tookMs } = await verifyBytes(bytes, holder, start, null, ask);
  const original = { originalKey, originalName: 'badge.jwt', originalSize: bytes.byteLength };
  const rest = { mediaType: 'application/jwt', sourceUrl: null };
  const occasion = { trigger: 'import' as const, now: start, tookMs };
  const stored = await recordReport(scope, report as ReadReport, { ...original, ...rest }, occasion);
  return stored?.credentialId ?? '';
}

/** Multiplies a credential by so many others that stand in the same list, each at a place of its own. */
async function multiply(id: string, times: number): Promise<void> {
  await query(
    `with copies as (
       insert into credential select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
           'digest', c.digest || n))).* from credential c, generate_series(1, $2::int) n where c.id = $1
       returning candidate_id, id)
     insert into credential_status select s.candidate_id, k.id, 0, s.list_url, 1000 + row_number() over (),
         s.size, s.purpose, s.standing, s.last_value, s.list_mark
       from copies k, credential_status s where s.credential_id = $1`,
    [id, times],
  );
}

/** One beat of the worker, with the network as it is now. */
async function beat(now: Date) {
  const politely = askPolitely(now, ask, () => 0.5);
  const round = await lookAtDueLists(now, politely);
  const looked = await recheckDueCredentials(now, fetchOnSchedule(now, politely));
  return { ...round, looked };
}

type Row = {
  verdict: string;
  code: string | null;
  good: Date | null;
  away: Date | null;
  next: Date;
  checked: Date;
};
async function row(id: string): Promise<Row> {
  const [found] = await query<Row>(
    `select verdict, deciding_code as code, last_good_at as good, unreachable_since as away,
            next_check_at as next, checked_at as checked from credential where id = $1`,
    [id],
  );
  if (!found) throw new Error('The credential is gone.');
  return found;
}
const evidence = (id: string) =>
  query<{ standing: string }>('select standing from skill_evidence where credential_id = $1', [id]);
const states = () => query('select state from status_list order by url');
const postponeWhole = () => query(`update credential set next_check_at = $1`, [at(1_000)]);

describe('status lists', () => {
  it('are asked once each, however many credentials stand in them, and only what changed is verified', async () => {
    const ada = await makePerson('Ada');
    const ids: string[] = [];
    for (const list of [1, 2, 3, 4, 5]) {
      await statusList(college, { url: listUrl(list) });
      ids.push(await own(ada, list, 7));
    }
    const other = await own(ada, 3, 8);
    for (const id of ids) await multiply(id, 399);
    await postponeWhole();
    asked = [];
    expect(await beat(at(1))).toEqual({ asked: 5, unreachable: 0, madeDue: 0, looked: 0 });
    expect(listsAsked().sort()).toEqual([1, 2, 3, 4, 5].map(listUrl));
    expect(asked.filter((url) => url.endsWith('did.json'))).toHaveLength(1);

    await statusList(college, { url: listUrl(3), set: [7] });
    asked = [];
    expect(await beat(at(3))).toEqual({ asked: 5, unreachable: 0, madeDue: 1, looked: 1 });
    expect(listsAsked()).toHaveLength(5);
    expect(await row(ids[2] ?? '')).toMatchObject({ verdict: 'invalid', code: 'revoked', checked: at(3) });
    expect(await evidence(ids[2] ?? '')).toEqual([]);
    expect(await row(other)).toMatchObject({ verdict: 'valid', checked: start });
    expect(await evidence(other)).toEqual([{ standing: 'stands' }]);
    await postponeWhole();
    expect(await beat(at(5))).toMatchObject({ madeDue: 0, looked: 0 });

    await statusList(college, { url: listUrl(3) });
    expect(await beat(at(7))).toMatchObject({ madeDue: 1, looked: 1 });
    expect(await row(ids[2] ?? '')).toMatchObject({ verdict: 'valid', code: null });
  });

  it('that do not answer leave their credentials unknown, apart from revoked, until they answer again', async () => {
    const ada = await makePerson('Ada');
    await statusList(college, { url: listUrl(1), set: [9] });
    const [kept, lost] = [await own(ada, 1, 7), await own(ada, 1, 9)];
    await beat(at(1));
    await postponeWhole();
    down = true;
    asked = [];
    expect(await beat(at(3))).toMatchObject({ asked: 1, unreachable: 1, madeDue: 1, looked: 1 });
    // One attempt in all: neither the whole verification nor the issuer's key asks the silent host again.
    expect(asked).toEqual([listUrl(1)]);
    const away = { verdict: 'unknown', away: at(3), good: at(1) };
    expect(await row(kept)).toMatchObject(away);
    expect(await evidence(kept)).toEqual([{ standing: 'unknown' }]);
    expect(await row(lost)).toMatchObject({ verdict: 'invalid', code: 'revoked', away: null });

    const waits: number[] = [];
    for (let now = at(3), looks = 0; looks < 8; looks++) {
      const [list] = await query<{ next: Date }>('select next_fetch_at as next from status_list');
      const [pause] = await query<{ next: Date }>('select ask_again_at as next from host_pause');
      waits.push(Number(list?.next) - now.getTime());
      now = new Date(Math.max(Number(list?.next), Number(pause?.next)));
      await beat(now);
      expect(await row(kept)).toMatchObject(away);
    }
    expect(waits[7]).toBeGreaterThan(3 * (waits[0] ?? 0));

    down = false;
    const back = at(30);
    await beat(back);
    expect(await row(kept)).toMatchObject({ verdict: 'valid', away: null, good: back });
    expect(await evidence(kept)).toEqual([{ standing: 'stands' }]);
    expect(await states()).toEqual([{ state: 'good' }]);
    expect(await query('select 1 from host_pause')).toEqual([]);
  });

  it('that have not changed are not sent again, and still say what they said', async () => {
    const ada = await makePerson('Ada');
    await statusList(college, { url: listUrl(1), set: [9] });
    etags.set(listUrl(1), '"one"');
    const [kept, lost] = [await own(ada, 1, 7), await own(ada, 1, 9)];
    const stored = () =>
      query<{ etag: string; size: number; state: string; good: Date }>(
        'select etag, length(body) as size, state, last_good_at as good from status_list',
      );
    await beat(at(1));
    const [first] = await stored();
    expect(first).toMatchObject({ etag: '"one"', state: 'good', good: at(1) });
    await postponeWhole();
    validators = [];
    expect(await beat(at(3))).toMatchObject({ asked: 1, unreachable: 0, madeDue: 0, looked: 0 });
    expect(validators).toEqual(['"one"']);
    // The answer had no body: what is stored stays, and its last good look is this one.
    expect(await stored()).toEqual([{ ...first, good: at(3) }]);
    // A whole verification reads the list that is kept.
    await query('update credential set next_check_at = $1', [at(3.4)]);
    expect(await beat(at(3.4))).toMatchObject({ asked: 0, looked: 2 });
    expect(await row(kept)).toMatchObject({ verdict: 'valid', checked: at(3.4) });
    expect(await row(lost)).toMatchObject({ verdict: 'invalid', code: 'revoked' });

    await statusList(college, { url: listUrl(1), set: [7, 9] });
    etags.set(listUrl(1), '"two"');
    await postponeWhole();
    expect(await beat(at(6))).toMatchObject({ asked: 1, madeDue: 1, looked: 1 });
    expect(await row(kept)).toMatchObject({ verdict: 'invalid', code: 'revoked' });
    expect(await stored()).toMatchObject([{ etag: '"two"' }]);
  });

  it('without a purpose clear nobody, and still take back whom they name', async () => {
    const ada = await makePerson('Ada');
    await statusList(college, { url: listUrl(1) });
    const [kept, lost] = [await own(ada, 1, 7), await own(ada, 1, 9)];
    await beat(at(1));
    const subject = { statusPurpose: [] };
    await statusList(college, { url: listUrl(1), set: [9], subject });
    await beat(at(3));
    expect(await row(kept)).toMatchObject({ verdict: 'unknown', code: 'status-list-invalid' });
    expect(await row(lost)).toMatchObject({ verdict: 'invalid', code: 'revoked' });
    await postponeWhole();
    expect(await beat(at(5))).toMatchObject({ madeDue: 0, looked: 0 });
  });

  it('are asked by one of two workers that look at once', async () => {
    const ada = await makePerson('Ada');
    for (const list of [1, 2, 3, 4, 5, 6]) {
      await statusList(college, { url: listUrl(list) });
      await own(ada, list, 1);
    }
    asked = [];
    const rounds = await Promise.all([lookAtDueLists(at(1), ask), lookAtDueLists(at(1), ask)]);
    expect(rounds[0].asked + rounds[1].asked).toBe(6);
    expect(listsAsked().sort()).toEqual([1, 2, 3, 4, 5, 6].map(listUrl));
  });

  it('that somebody replaced clear nobody, and still take back whom they name', async () => {
    const ada = await makePerson('Ada');
    await statusList(college, { url: listUrl(1), set: [9] });
    const [kept, lost] = [await own(ada, 1, 7), await own(ada, 1, 9)];
    await beat(at(1));
    const stranger = createIssuer({ kind: 'did:web', host: 'stranger.example' });
    await statusList(stranger, { url: listUrl(1), set: [7] });
    college.documents.set(listUrl(1), stranger.documents.get(listUrl(1)) ?? '');
    await beat(at(3));
    expect(await states()).toEqual([{ state: 'distrusted' }]);
    expect(await row(kept)).toMatchObject({ verdict: 'invalid', code: 'revoked' });
    expect(await row(lost)).toMatchObject({ verdict: 'invalid', code: 'revoked' });
  });

  it.each([
    ['no list at all', { hello: 'world' }],
    ['a list that unpacks to nothing', null],
    ['a page', '<!doctype html><title>Moved</title>'],
  ])('that turn into %s leave their credentials unknown', async (_what, document) => {
    const ada = await makePerson('Ada');
    await statusList(college, { url: listUrl(1) });
    const id = await own(ada, 1, 7);
    await beat(at(1));
    if (document === null) await statusList(college, { url: listUrl(1), encodedList: 'uAAAA' });
    else college.documents.set(listUrl(1), document);
    await beat(at(3));
    expect(await row(id)).toMatchObject({ verdict: 'unknown', code: 'status-list-invalid', away: null });
    expect(await evidence(id)).toEqual([{ standing: 'unknown' }]);
    expect(await beat(at(5))).toMatchObject({ madeDue: 0 });
    await statusList(college, { url: listUrl(1) });
    await beat(at(7));
    expect(await row(id)).toMatchObject({ verdict: 'valid' });
  });

  it('of an issuer that is not the credential’s say nothing good, however often they are read', async () => {
    const ada = await makePerson('Ada');
    const stranger = createIssuer({ kind: 'did:web', host: 'stranger.example' });
    const url = 'https://lists.example/status/1';
    await statusList(stranger, { url });
    for (const [address, document] of stranger.documents) college.documents.set(address, document);
    const token = issueJwt(college, { email: ada.email, status: statusEntry(url, 7) });
    const scope = candidateScope(ada.accountId);
    await ensureCandidate(scope, 'Ada');
    const bytes = new TextEncoder().encode(token);
    const { report } = await verifyBytes(bytes, { emails: [ada.email], dids: [] }, start, null, ask);
    const original = {
      originalKey: await files().put(ada.accountId, bytes),
      originalName: 'a',
      originalSize: 1,
    };
    const stored = await recordReport(
      scope,
      report as ReadReport,
      { ...original, mediaType: 'application/jwt', sourceUrl: null },
      { trigger: 'import', now: start, tookMs: 1 },
    );
    expect(report.code).toBe('status-list-invalid');
    await postponeWhole();
    // The list is good in itself, so the credential is looked at once more; after that it is known to tell nothing.
    expect(await beat(at(1))).toMatchObject({ madeDue: 1, looked: 1 });
    await postponeWhole();
    expect(await beat(at(3))).toMatchObject({ madeDue: 0, looked: 0 });
    expect(await row(stored?.credentialId ?? '')).toMatchObject({
      verdict: 'unknown',
      code: 'status-list-invalid',
    });
  });
});
