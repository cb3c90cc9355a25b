import '#tests/support/database.ts';
import { describe, expect, it } from 'vitest';
import { revokeIssued, serveIssuingDocument } from '#server/issuing/index.ts';
import { asNobody, makePerson } from '#tests/support/people.ts';
import { inWallet, issuerHost, openDesk, own, strike } from '../credentials/desk.ts';

openDesk('0');

describe('an installation that is no demo', () => {
  it('issues, serves and withdraws all the same', async () => {
    const ada = await makePerson('Ada');
    const { id, issued, credential } = await own(ada);
    expect(credential).toMatchObject({ verdict: 'valid', counts: true });
    const { status } = await serveIssuingDocument(new URL(`https://${issuerHost}/college/did.json`));
    expect(status).toBe(200);
    await revokeIssued(issued.id, 'issued in error', new Date());
    await strike();
    expect(await inWallet(ada, id)).toMatchObject({ verdict: 'invalid', code: 'revoked' });
  });

  it('has no desk that anybody could withdraw at', async () => {
    const ada = await makePerson('Ada');
    const { issued } = await own(ada);
    const off = { code: 'NOT_FOUND', cause: { code: 'demo.off' } };
    await expect(asNobody().demo.issuers()).rejects.toMatchObject(off);
    await expect(
      asNobody().demo.revoke({ credentialId: issued.id, reason: 'because' }),
    ).rejects.toMatchObject(off);
    await expect(asNobody().demo.people()).rejects.toMatchObject(off);
    await expect(asNobody().demo.outbox()).rejects.toMatchObject(off);
  });
});
