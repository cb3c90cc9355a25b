import '#tests/support/database.ts';
import { describe, expect, it } from 'vitest';
import { asNobody, makePerson } from '#tests/support/people.ts';
import { evidenceOf, inWallet, openDesk, own } from './desk.ts';

openDesk();

const code = (appCode: string) => ({ code: 'NOT_FOUND', cause: { code: appCode } });

/** Bob, and the id of a credential that is Ada's. */
async function arrange() {
  const [ada, bob] = [await makePerson('Ada'), await makePerson('Bob')];
  const { id } = await own(ada, { achievement: { tags: ['Python'] } });
  const { skills } = await inWallet(ada, id);
  return { ada, bob, id, skillKey: skills.find((skill) => skill.state === 'proposed')?.skillKey ?? 0 };
}

describe('a credential of somebody else', () => {
  it('is not found by any procedure, and nothing happens to it', async () => {
    const { ada, bob, id, skillKey } = await arrange();
    const { credentials } = bob.api;
    await expect(credentials.recheck({ id })).rejects.toMatchObject(code('credential.unknown'));
    await expect(credentials.remove({ id })).rejects.toMatchObject(code('credential.unknown'));
    await expect(credentials.share({ id, publicLink: true })).rejects.toMatchObject(
      code('credential.unknown'),
    );
    await expect(credentials.decideProposal({ id, skillKey, decision: 'confirmed' })).rejects.toMatchObject(
      code('skill.proposal_unknown'),
    );
    for (const candidateId of [ada.accountId, bob.accountId])
      await expect(credentials.proof({ candidateId, credentialId: id })).rejects.toMatchObject(
        code('proof.unknown'),
      );
    expect(await inWallet(ada, id)).toMatchObject({ publicLink: false, counts: true });
    expect(await evidenceOf(id)).toHaveLength(1);
  });

  it('does not show among one’s own, nor do its imports', async () => {
    const { ada, bob } = await arrange();
    expect(await bob.api.credentials.wallet()).toEqual({ counting: [], others: [] });
    expect(await bob.api.credentials.imports()).toEqual([]);
    const [item] = await ada.api.credentials.imports();
    await bob.api.credentials.dismissImports({ id: item?.id ?? '' });
    await bob.api.credentials.dismissImports({ id: null });
    expect(await ada.api.credentials.imports()).toHaveLength(1);
  });

  it('can be seen by anybody once its holder shares it, without document and recipient', async () => {
    const { ada, id } = await arrange();
    const named = { candidateId: ada.accountId, credentialId: id };
    await expect(asNobody().credentials.proof(named)).rejects.toMatchObject(code('proof.unknown'));
    await ada.api.credentials.share({ id, publicLink: true });
    const proof = await asNobody().credentials.proof(named);
    expect(proof).toMatchObject({
      viewer: 'public',
      verdict: 'valid',
      recipient: null,
      raw: null,
      holderName: null,
    });
    expect(JSON.stringify(proof)).not.toContain(ada.email);
    await ada.api.credentials.share({ id, publicLink: false });
    await expect(asNobody().credentials.proof(named)).rejects.toMatchObject(code('proof.unknown'));
  });
});
