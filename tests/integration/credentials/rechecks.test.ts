import '#tests/support/database.ts';
import { describe, expect, it } from 'vitest';
import { recheckDueCredentials, recheckStoredCredential } from '#server/credentials/recheck-credential.ts';
import { revokeIssued } from '#server/issuing/index.ts';
import { query } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/people.ts';
import { daysFromNow, evidenceOf, inWallet, openDesk, own, strike, workOff } from './desk.ts';

openDesk();

describe('an issuer withdraws a credential', () => {
  it.each(['jwt-es256', 'eddsa-rdfc-2022', 'ob2-hosted', 'ob2-signed'] as const)(
    'and its evidence is gone at the next look (%s)',
    async (format) => {
      const ada = await makePerson('Ada');
      const { id, issued } = await own(ada, { format });
      expect(await evidenceOf(id)).toHaveLength(1);
      await revokeIssued(issued.id, 'issued in error', new Date());
      await strike();
      expect(await inWallet(ada, id)).toMatchObject({ verdict: 'invalid', code: 'revoked', counts: false });
      expect((await inWallet(ada, id)).sentence).toContain('withdrew it');
      expect(await evidenceOf(id)).toEqual([]);
    },
  );

  it('and every other credential of the list stays what it was', async () => {
    const [ada, bob] = [await makePerson('Ada'), await makePerson('Bob')];
    const [lost, kept] = [await own(ada), await own(bob)];
    await revokeIssued(lost.issued.id, 'issued in error', new Date());
    await strike();
    expect(await inWallet(ada, lost.id)).toMatchObject({ verdict: 'invalid' });
    expect(await inWallet(bob, kept.id)).toMatchObject({ verdict: 'valid', counts: true });
  });

  it('and the proof page tells both looks, and since when', async () => {
    const ada = await makePerson('Ada');
    const { id, issued, credential } = await own(ada);
    await revokeIssued(issued.id, 'issued in error', new Date());
    await strike();
    const proof = await ada.api.credentials.proof({ candidateId: ada.accountId, credentialId: id });
    expect(proof.runs.map((run) => [run.trigger, run.verdict])).toEqual([
      ['recheck', 'invalid'],
      ['import', 'valid'],
    ]);
    expect(proof.checks.find((check) => check.name === 'status')).toMatchObject({
      result: 'fail',
      code: 'revoked',
    });
    expect(proof.verdictSince.getTime()).toBeGreaterThan(credential.verdictSince.getTime());
  });

  it('and spells without an answer stand apart from it on the proof page', async () => {
    const ada = await makePerson('Ada');
    const { id, issued } = await own(ada);
    for (const [hoursAgo, verdict, code] of [
      [9, 'valid', null],
      [7, 'valid', null],
      [5, 'unknown', 'status-unavailable'],
      [3, 'unknown', 'status-unavailable'],
    ] as const)
      await query(
        `insert into verification_run (candidate_id, id, credential_id, at, trigger, verdict, deciding_code, bound, took_ms)
         values ($1, gen_random_uuid(), $2, now() - make_interval(hours => $3), 'recheck', $4, $5, 'yes', 1)`,
        [ada.accountId, id, hoursAgo, verdict, code],
      );
    await revokeIssued(issued.id, 'issued in error', new Date());
    await strike();
    const { spells } = await ada.api.credentials.proof({ candidateId: ada.accountId, credentialId: id });
    expect(spells.map(({ verdict, code, checks, silent }) => [verdict, code, checks, silent])).toEqual([
      ['invalid', 'revoked', 1, false],
      ['valid', null, 1, false],
      ['unknown', 'status-unavailable', 2, true],
      ['valid', null, 2, false],
    ]);
    expect(spells.every(({ from, to }) => from <= to)).toBe(true);
  });

  it('and the holder may ask at once', async () => {
    const ada = await makePerson('Ada');
    const { id, issued } = await own(ada);
    await revokeIssued(issued.id, 'issued in error', new Date());
    await ada.api.credentials.recheck({ id });
    await ada.api.credentials.recheck({ id });
    await workOff();
    expect(await inWallet(ada, id)).toMatchObject({ verdict: 'invalid', code: 'revoked' });
    const runs = await query(
      `select 1 from verification_run where credential_id = $1 and "trigger" = 'request'`,
      [id],
    );
    expect(runs).toHaveLength(1);
  });
});

describe('a hosted badge of which nothing can be read any more', () => {
  const words = { title: 'Relational Data', issuer: { name: 'Northgate College' } };

  it('keeps what it said when its issuer withdraws it', async () => {
    const ada = await makePerson('Ada');
    const { id, issued } = await own(ada, { format: 'ob2-hosted' });
    await revokeIssued(issued.id, 'issued in error', new Date());
    await strike();
    expect(await inWallet(ada, id)).toMatchObject({ ...words, code: 'revoked', counts: false });
    expect(await evidenceOf(id)).toEqual([]);
  });

  it('keeps what it said while its issuer is away, counts nothing, and counts again afterwards', async () => {
    const ada = await makePerson('Ada');
    const { id, credential } = await own(ada, { format: 'ob2-hosted' });
    const [away, back] = [daysFromNow(2), daysFromNow(3)];
    const silent = async () => ({ ok: false, reason: 'unreachable', detail: 'connection refused' }) as const;
    await recheckStoredCredential(ada.accountId, id, 'recheck', away, { fetch: silent, marks: new Map() });
    expect(await inWallet(ada, id)).toMatchObject({
      ...words,
      ...{ verdict: 'unknown', counts: false, bound: 'yes', unreachableSince: away },
      lastGoodAt: credential.checkedAt,
    });
    expect(await evidenceOf(id)).toMatchObject([{ label: 'SQL', standing: 'unknown' }]);
    await recheckStoredCredential(ada.accountId, id, 'recheck', back);
    expect(await inWallet(ada, id)).toMatchObject({
      verdict: 'valid',
      unreachableSince: null,
      lastGoodAt: back,
    });
    expect(await evidenceOf(id)).toMatchObject([{ label: 'SQL', standing: 'stands' }]);
  });
});

describe('the clock', () => {
  it('ends a credential at its own end, without anybody touching it', async () => {
    const ada = await makePerson('Ada');
    const validUntil = daysFromNow(1);
    const { id, credential } = await own(ada, { validUntil });
    expect(credential.counts).toBe(true);
    const after = new Date(validUntil.getTime() + 1_000);
    await recheckDueCredentials(after);
    expect(await inWallet(ada, id)).toMatchObject({ verdict: 'invalid', code: 'expired', counts: false });
    expect(await evidenceOf(id)).toEqual([]);
  });

  it('begins a credential on its first day', async () => {
    const ada = await makePerson('Ada');
    const validFrom = daysFromNow(3);
    const { id, credential } = await own(ada, { validFrom });
    expect(credential).toMatchObject({ code: 'not-yet-valid' });
    await recheckDueCredentials(new Date(validFrom.getTime() + 61_000));
    expect(await inWallet(ada, id)).toMatchObject({ verdict: 'valid', counts: true });
    expect(await evidenceOf(id)).toHaveLength(1);
  });

  it('looks again only at what is due', async () => {
    const ada = await makePerson('Ada');
    const { id } = await own(ada);
    await query("update credential set next_check_at = now() + interval '1 hour'");
    expect(await recheckDueCredentials(new Date())).toBe(0);
    await query("update credential set next_check_at = now() - interval '1 hour' where id = $1", [id]);
    expect(await recheckDueCredentials(new Date())).toBe(1);
  });
});
