import '#tests/support/database.ts';
import { describe, expect, it } from 'vitest';
import { revokeIssued } from '#server/issuing/index.ts';
import { asNobody, makePerson } from '#tests/support/people.ts';
import { daysFromNow, openDesk, own, strike } from './desk.ts';

openDesk();

/* What the card of a badge says to anybody, at each look. */

const gone = { code: 'NOT_FOUND', cause: { code: 'proof.unknown' } };

async function arrange() {
  const ada = await makePerson('Ada');
  const { id, issued } = await own(ada);
  const named = { candidateId: ada.accountId, credentialId: id };
  await ada.api.credentials.share({ id, publicLink: true });
  return { ada, id, issued, named };
}

describe('a card', () => {
  it('says how the badge stands, and for which moment', async () => {
    const { named } = await arrange();
    const card = await asNobody().credentials.card(named);
    expect(card).toMatchObject({ title: 'Relational Data', verdict: 'valid', bound: 'yes', code: null });
    expect(Math.abs(card.at.getTime() - Date.now())).toBeLessThan(60_000);
  });

  it('turns "revoked" once the issuer withdrew the badge', async () => {
    const { issued, named } = await arrange();
    await revokeIssued(issued.id, 'issued in error', new Date());
    await strike();
    expect(await asNobody().credentials.card(named)).toMatchObject({ verdict: 'invalid', code: 'revoked' });
  });

  it('never says valid after the end of the badge, whether or not anybody looked since', async () => {
    const { named } = await arrange();
    const card = await asNobody(daysFromNow(400)).credentials.card(named);
    expect(card).toMatchObject({ verdict: 'invalid', code: 'expired' });
  });

  it('is gone once its holder takes the link back, like one that never was', async () => {
    const { ada, id, named } = await arrange();
    await ada.api.credentials.share({ id, publicLink: false });
    await expect(asNobody().credentials.card(named)).rejects.toMatchObject(gone);
    await expect(ada.api.credentials.card(named)).rejects.toMatchObject(gone);
    const never = { ...named, credentialId: '0191d3a0-0000-7000-8000-000000000001' };
    await expect(asNobody().credentials.card(never)).rejects.toMatchObject(gone);
  });
});
