import '#tests/support/database.ts';
import { describe, expect, it } from 'vitest';
import { registerOwnHost } from '#server/platform/fetch.ts';
import { query } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/people.ts';
import {
  createIssuer,
  didDocument,
  issueOb3,
  type PresentationOrder,
  presentDocument,
  presentToken,
} from '#tests/support/signing/index.ts';
import {
  evidenceOf,
  fileForm,
  handIn,
  inWallet,
  openDesk,
  type Person,
  workOff,
} from '../credentials/desk.ts';

openDesk();

type Holder = ReturnType<typeof createIssuer>;
type Bent = Omit<Partial<PresentationOrder>, 'created'>;

const makeHolder = (kind: 'did:key' | 'did:jwk' | 'did:web' = 'did:key') =>
  createIssuer({ kind, host: 'holder.example', slug: `p-${Math.random().toString(36).slice(2)}` });

/** Opens a challenge and signs it, bent as wished; says what is to be handed in. */
async function sign(person: Person, holder: Holder, bent: Bent = {}) {
  const { challenge, domain } = await person.api.account.openDidChallenge();
  const signed = await presentDocument(holder, { challenge, domain, ...bent });
  return { challenge, presentation: JSON.stringify(signed) };
}

/** The code of the refusal, or the DID. */
async function answerTo(proof: Promise<{ did: string }>): Promise<unknown> {
  return proof.then(
    ({ did }) => did,
    (error) => error.cause?.code ?? error,
  );
}

describe('a person proves a DID', () => {
  it.each(['did:key', 'did:jwk', 'did:web'] as const)('%s', async (kind) => {
    const holder = makeHolder(kind);
    const document = { ...didDocument(holder), authentication: [holder.signing.methodId] };
    registerOwnHost('holder.example', async () => {
      const body = new TextEncoder().encode(JSON.stringify(document));
      return { status: 200, contentType: 'application/json', body };
    });
    const ada = await makePerson('Ada');
    expect(await ada.api.account.proveDid(await sign(ada, holder))).toEqual({ did: holder.id });
    expect(await ada.api.account.dids()).toEqual([{ did: holder.id, provenAt: expect.any(Date) }]);
  });

  it('by a token, too', async () => {
    const [ada, holder] = [await makePerson('Ada'), makeHolder()];
    const { challenge, domain } = await ada.api.account.openDidChallenge();
    const presentation = presentToken(holder, { challenge, domain });
    expect(await ada.api.account.proveDid({ challenge, presentation })).toEqual({ did: holder.id });
  });

  it('and credentials that name it count from then on, until it is removed', async () => {
    const [ada, holder] = [await makePerson('Ada'), makeHolder()];
    const alignments = [{ name: 'SQL', url: 'urn:assay:skill:sql' }];
    const badge = await issueOb3(createIssuer({ kind: 'did:key' }), { subjectId: holder.id, alignments });
    const item = await handIn(ada, fileForm(JSON.stringify(badge)));
    const id = item.credential?.id ?? '';
    expect(await inWallet(ada, id)).toMatchObject({ verdict: 'valid', bound: 'no', counts: false });
    expect(await evidenceOf(id)).toEqual([]);

    await ada.api.account.proveDid(await sign(ada, holder));
    await workOff();
    expect(await inWallet(ada, id)).toMatchObject({ verdict: 'valid', bound: 'yes', counts: true });
    expect(await evidenceOf(id)).toMatchObject([{ label: 'SQL', standing: 'stands' }]);

    await ada.api.account.removeDid({ did: holder.id });
    await workOff();
    expect(await inWallet(ada, id)).toMatchObject({ verdict: 'valid', bound: 'no', counts: false });
    expect(await evidenceOf(id)).toEqual([]);
  });
});

describe('a DID is not proven', () => {
  const bends: [string, Bent, string][] = [
    ['for another challenge', { challenge: 'a'.repeat(43) }, 'did.replayed'],
    ['for another domain', { domain: 'https://elsewhere.example' }, 'did.replayed'],
    ['for another purpose', { proof: { proofPurpose: 'assertionMethod' } }, 'did.not_proven'],
    ['by somebody who is not the holder', { members: { holder: makeHolder().id } }, 'did.not_proven'],
  ];

  it.each(bends)('by what was signed %s', async (_what, bent, code) => {
    const ada = await makePerson('Ada');
    expect(await answerTo(ada.api.account.proveDid(await sign(ada, makeHolder(), bent)))).toBe(code);
    expect(await ada.api.account.dids()).toEqual([]);
  });

  it('twice by the same presentation', async () => {
    const [ada, holder] = [await makePerson('Ada'), makeHolder()];
    const signed = await sign(ada, holder);
    await ada.api.account.proveDid(signed);
    await ada.api.account.removeDid({ did: holder.id });
    expect(await answerTo(ada.api.account.proveDid(signed))).toBe('did.challenge_over');
  });

  it('by two tries at the same moment with one challenge', async () => {
    const [ada, holder] = [await makePerson('Ada'), makeHolder()];
    const signed = await sign(ada, holder);
    const answers = await Promise.all([1, 2, 3].map(() => answerTo(ada.api.account.proveDid(signed))));
    expect(answers.sort()).toEqual(['did.challenge_over', 'did.challenge_over', holder.id]);
  });

  it('after a failed try with the same challenge', async () => {
    const [ada, holder] = [await makePerson('Ada'), makeHolder()];
    const { challenge, presentation } = await sign(ada, holder);
    expect(await answerTo(ada.api.account.proveDid({ challenge, presentation: '{}' }))).toBe(
      'did.not_proven',
    );
    expect(await answerTo(ada.api.account.proveDid({ challenge, presentation }))).toBe('did.challenge_over');
  });

  it('when the challenge is older than five minutes', async () => {
    const [ada, holder] = [await makePerson('Ada'), makeHolder()];
    const signed = await sign(ada, holder);
    const late = ada.at(new Date(Date.now() + 5 * 60_000 + 1_000));
    expect(await answerTo(late.account.proveDid(signed))).toBe('did.challenge_over');
  });

  it('by the challenge of another account', async () => {
    const [ada, eve, holder] = [await makePerson('Ada'), await makePerson('Eve'), makeHolder()];
    const signed = await sign(ada, holder);
    expect(await answerTo(eve.api.account.proveDid(signed))).toBe('did.challenge_over');
    // Nor did the try use it up for the person it was made for.
    expect(await answerTo(ada.api.account.proveDid(signed))).toBe(holder.id);
  });

  it('while another account has it, even at the same moment', async () => {
    const people = await Promise.all(['Ada', 'Eve'].map((name) => makePerson(name)));
    const holder = makeHolder();
    const signed = await Promise.all(people.map((person) => sign(person, holder)));
    const answers = await Promise.all(
      people.map((person, at) =>
        answerTo(person.api.account.proveDid(signed[at] ?? { challenge: '', presentation: '' })),
      ),
    );
    expect(answers.sort()).toEqual(['did.taken', holder.id].sort());
    const rows = await query('select account_id from proven_did where did = $1', [holder.id]);
    expect(rows).toHaveLength(1);
  });
});

describe('a challenge', () => {
  it('is new each time, and long enough not to be guessed', async () => {
    const ada = await makePerson('Ada');
    const made = await Promise.all([1, 2, 3].map(() => ada.api.account.openDidChallenge()));
    expect(new Set(made.map(({ challenge }) => challenge)).size).toBe(3);
    for (const { challenge, domain } of made) {
      expect(Buffer.from(challenge, 'base64url').byteLength).toBe(32);
      expect(domain).toBe('http://localhost:3000');
    }
  });
});
