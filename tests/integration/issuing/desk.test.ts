import '#tests/support/database.ts';
import { describe, expect, it } from 'vitest';
import { asNobody, makePerson } from '#tests/support/people.ts';
import { inWallet, issue, openDesk, own, strike } from '../credentials/desk.ts';

openDesk();

describe('the issuers’ desk of the demo', () => {
  it('lists what was issued, newest first, without documents or addresses', async () => {
    const [first, second] = [
      await issue('ada@example.org', { validFrom: new Date('2026-02-01T00:00:00Z') }),
      await issue('ada@example.org', { validFrom: new Date('2026-03-01T00:00:00Z') }),
    ];
    const listed = await asNobody().demo.issuers();
    const ids = listed.map((entry) => entry.id);
    expect(ids.indexOf(second.id)).toBeLessThan(ids.indexOf(first.id));
    expect(listed[0]).toMatchObject({
      profileName: 'Northgate College',
      recipientName: 'Ada',
      revokedAt: null,
    });
    expect(JSON.stringify(listed)).not.toContain('@');
  });

  it('withdraws with a reason, and the holder’s credential stops counting', async () => {
    const ada = await makePerson('Ada');
    const { id, issued } = await own(ada);
    await asNobody().demo.revoke({ credentialId: issued.id, reason: 'The examination was annulled' });
    const entry = (await asNobody().demo.issuers()).find((row) => row.id === issued.id);
    expect(entry).toMatchObject({
      revokedAt: expect.any(Date),
      revokedReason: 'The examination was annulled',
    });
    await strike();
    expect(await inWallet(ada, id)).toMatchObject({ verdict: 'invalid', code: 'revoked' });
  });

  it('asks for a reason, and says what it cannot withdraw', async () => {
    const { id } = await issue('ada@example.org');
    await expect(asNobody().demo.revoke({ credentialId: id, reason: ' ' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    await asNobody().demo.revoke({ credentialId: id, reason: 'issued in error' });
    await expect(asNobody().demo.revoke({ credentialId: id, reason: 'again' })).rejects.toMatchObject({
      code: 'CONFLICT',
      cause: { code: 'issuing.already_revoked' },
    });
    const unknown = { credentialId: '00000000-0000-4000-8000-000000000000', reason: 'issued in error' };
    await expect(asNobody().demo.revoke(unknown)).rejects.toMatchObject({
      cause: { code: 'issuing.unknown' },
    });
  });
});
