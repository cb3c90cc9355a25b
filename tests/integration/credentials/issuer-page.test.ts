import '#tests/support/database.ts';
import { describe, expect, it } from 'vitest';
import { refreshRegistries } from '#server/credentials/index.ts';
import { ensureProfile, issueCredential, listProfile, revokeIssued } from '#server/issuing/index.ts';
import { query } from '#tests/support/database.ts';
import { asNobody, makePerson } from '#tests/support/people.ts';
import {
  achievement,
  daysFromNow,
  fileForm,
  handIn,
  issuerHost,
  now,
  openDesk,
  own,
  type Person,
  strike,
  textForm,
  workOff,
} from './desk.ts';

openDesk();

const did = `did:web:${issuerHost}:college`;
const listing = { registry: 'skills', since: '2021-03-01', evidence: 'Accredited provider, no. 7' };
const page = (id: string, at = now) => asNobody(at).issuers.get({ id });

/** What its page says of its credentials when nothing was counted before. */
async function countAnew() {
  await query('delete from issuer_count');
  return (await page(did)).seen;
}

/** The registries of the demo configuration are read anew. */
async function readRegistries(): Promise<void> {
  await query('update issuer_registry set next_look_at = $1', [daysFromNow(-1)]);
  await refreshRegistries(new Date());
}

const proofOf = (person: Person, credentialId: string) =>
  person.api.credentials.proof({ candidateId: person.accountId, credentialId });

describe('who issued it', () => {
  it('is unrecognised while no registry names it, and says what it calls itself', async () => {
    const ada = await makePerson('Ada');
    const { id, credential } = await own(ada);
    expect(credential.issuer).toMatchObject({
      id: did,
      name: 'Northgate College',
      claimedName: 'Northgate College',
      recognised: false,
      registry: null,
      url: null,
    });
    const { trust } = await proofOf(ada, id);
    expect(trust).toMatchObject({ recognised: false, name: null, vouchers: [], resembles: null });
  });

  it('comes from the registry as soon as one names it, with where and when it was read', async () => {
    const ada = await makePerson('Ada');
    const { id } = await own(ada);
    await listProfile('college', [{ ...listing, url: 'https://college.example' }]);
    await ensureProfile({ slug: 'bakers', name: 'Bakers' });
    await listProfile('bakers', [{ ...listing, registry: 'open-list' }]);
    await readRegistries();
    const proof = await proofOf(ada, id);
    expect(proof.issuer).toMatchObject({
      recognised: true,
      registry: 'Lusophone Skills Registry',
      url: 'https://college.example',
    });
    expect(proof.trust?.vouchers).toMatchObject([
      {
        registry: 'Lusophone Skills Registry',
        state: 'listed',
        says: 'Accredited provider, no. 7',
        since: new Date('2021-03-01'),
        asOf: expect.any(Date),
        failedSince: null,
      },
      { registry: 'Atlantic Trust List', state: 'silent', asOf: null, failedSince: expect.any(Date) },
    ]);
  });

  it('keeps its recognition while the registry is silent, which is said with since when', async () => {
    const ada = await makePerson('Ada');
    const { id } = await own(ada);
    const since = new Date('2026-11-20T22:40:00Z');
    await query(
      `update issuer_registry set state = 'unreachable', failed_since = $1 where name like 'Lusophone%'`,
      [since],
    );
    const { trust } = await proofOf(ada, id);
    expect(trust).toMatchObject({
      recognised: true,
      vouchers: [{ state: 'listed', failedSince: since }, {}],
    });
    await readRegistries();
  });

  it('is the same to somebody who only checks a badge, and nothing of it is kept', async () => {
    const ada = await makePerson('Ada');
    const { issued } = await own(ada);
    const report = await asNobody().credentials.check(fileForm(issued.bytes));
    expect(report.trust).toMatchObject({ id: did, recognised: true, registry: 'Lusophone Skills Registry' });
    await ensureProfile({ slug: 'stranger', name: 'N0rthgate College' });
    const order = { recipient: { name: 'Ada', email: ada.email }, format: 'jwt-eddsa' as const };
    const strange = await issueCredential(
      'stranger',
      { ...order, achievement, validFrom: daysFromNow(-1), validUntil: null },
      now,
    );
    // Names are compared with those read in the last minute.
    const other = await asNobody(daysFromNow(1)).credentials.check(textForm('text', strange.text));
    expect(other.trust).toMatchObject({
      recognised: false,
      name: null,
      claimedName: 'N0rthgate College',
      resembles: { by: 'name', id: did, name: 'Northgate College' },
    });
    expect(other.verdict).toBe('valid');
    expect(await query('select id from issuer where id like $1', ['%stranger%'])).toEqual([]);
  });

  it('ends with the entry', async () => {
    const ada = await makePerson('Ada');
    const { id } = await own(ada);
    await listProfile('college', []);
    await ensureProfile({ slug: 'guild', name: 'Guild of Bakers' });
    await listProfile('guild', [listing]);
    await readRegistries();
    // Everything it named is gone at once: believed when it comes again.
    expect((await proofOf(ada, id)).issuer.recognised).toBe(true);
    await readRegistries();
    expect((await proofOf(ada, id)).issuer).toMatchObject({ recognised: false, registry: null });
  });
});

describe('the page of an issuer', () => {
  it('says nothing about the credentials of fewer than five people', async () => {
    await query('delete from credential');
    const people = await Promise.all(['A', 'B', 'C', 'D'].map((name) => makePerson(name)));
    for (const person of people) await own(person);
    expect(await countAnew()).toEqual({ state: 'few' });
  });

  it('counts the credentials of five, and leaves out titles that fewer hold', async () => {
    const eve = await makePerson('Eve');
    await own(eve);
    const { issued } = await own(eve, { achievement: { title: 'Only one holds this' }, validUntil: null });
    await revokeIssued(issued.id, 'error', now);
    await strike();
    const seen = await countAnew();
    expect(seen).toMatchObject({
      state: 'some',
      credentials: 6,
      people: 5,
      revoked: 1,
      expired: 0,
      withEnd: 5,
      titles: [{ title: 'Relational Data', people: 5, tier: 3 }],
      untold: 1,
      kinds: [{ kind: 'Certificate', credentials: 6 }],
      lists: [{ url: `https://${issuerHost}/college/status/1`, state: 'good', unreachableSince: null }],
    });
    expect(JSON.stringify(await page(did))).not.toContain('Only one');
  });

  it('counts once for all who look, and again by the worker when somebody looks ten minutes later', async () => {
    const counted = await countAnew();
    await own(await makePerson('Fay'));
    expect((await page(did)).seen).toEqual(counted);
    const later = new Date(now.getTime() + 10 * 60_000);
    await query('update issuer_count set counted_at = $1', [now]);
    // Whoever comes then waits for nothing, and however many come, the credentials are counted once.
    expect([(await page(did, later)).seen, (await page(did, later)).seen]).toEqual([counted, counted]);
    const waiting = await query(`select 1 from graphile_worker.jobs where key = $1`, [`count-issuer:${did}`]);
    expect(waiting).toHaveLength(1);
    await workOff();
    const { seen } = await page(did);
    if (counted.state !== 'some' || seen.state !== 'some') throw new Error('Too few people.');
    expect([seen.people, seen.credentials]).toEqual([counted.people + 1, counted.credentials + 1]);
    // What cannot be read, of another version, is counted anew.
    await query(`update issuer_count set seen = '{"state":"many"}'`);
    expect((await page(did)).seen).toEqual(seen);
  });

  it('counts no credential that is somebody else’s, or was changed', async () => {
    const mallory = await makePerson('Mallory');
    const before = await countAnew();
    const { issued } = await own(mallory);
    const { issued: foreign } = await own(await makePerson('Trent'));
    await handIn(mallory, fileForm(foreign.bytes));
    const [head = '', body = '', signature = ''] = issued.text.split('.');
    const forged = JSON.parse(Buffer.from(body, 'base64url').toString());
    forged.id = 'urn:uuid:forged';
    await handIn(
      mallory,
      textForm(
        'text',
        [head, Buffer.from(JSON.stringify(forged)).toString('base64url'), signature].join('.'),
      ),
    );
    const after = await countAnew();
    if (before.state !== 'some' || after.state !== 'some') throw new Error('Too few people.');
    expect(after.credentials - before.credentials).toBe(2);
  });

  it('shows the keys that its document lists, those used as used, and writes each once a day', async () => {
    const ada = await makePerson('Ada');
    await own(ada, { format: 'jwt-eddsa' });
    const { keys } = await page(did);
    expect(keys).toMatchObject([
      { methodId: '#ed25519', kind: 'Ed25519', lastUsedAt: expect.any(Date), revokedAt: null },
      { methodId: '#p256', kind: 'P-256' },
    ]);
    const marks = () => query(`select xmin::text, method_id from issuer_key order by method_id`);
    const before = await marks();
    await own(ada, { format: 'jwt-eddsa', achievement: { title: 'Another' } });
    expect(await marks()).toEqual(before);
    await query(
      `update issuer_key set first_seen_at = now() - interval '9 days', last_seen_at = now() - interval '2 days'`,
    );
    await own(ada, { format: 'jwt-eddsa', achievement: { title: 'A third' } });
    const [first] = (await page(did)).keys;
    expect(first?.lastSeenAt.getTime()).toBeGreaterThan(now.getTime() - 86_400_000);
    expect(first?.firstSeenAt.getTime()).toBeLessThan(now.getTime() - 8 * 86_400_000);
  });

  it('is empty for an issuer that nobody has heard of, and is not there for what is none', async () => {
    expect(await page('did:web:nobody.example')).toMatchObject({
      trust: { recognised: false, claimedName: null, host: 'nobody.example' },
      keys: [],
      seen: { state: 'none' },
      firstSeenAt: null,
    });
    for (const id of ['nobody', 'javascript:alert(1)', 'ftp://a.example'])
      await expect(page(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const id of ['', 'did:web:a\u0000b', `did:web:${'a'.repeat(2_000)}`])
      await expect(page(id)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('may be asked for 120 times in five minutes', async () => {
    const ask = () => asNobody().issuers.get({ id: 'did:web:nobody.example' });
    const answers = await Promise.allSettled(Array.from({ length: 125 }, ask));
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every(({ reason }) => reason.code === 'TOO_MANY_REQUESTS')).toBe(true);
  });
});
