import '#tests/support/database.ts';
import { gunzipSync } from 'node:zlib';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, it } from 'vitest';
import { issueCredential, revokeIssued, serveIssuingDocument } from '#server/issuing/index.ts';
import { query } from '#tests/support/database.ts';
import { issue, issuerHost, openDesk } from '../credentials/desk.ts';

openDesk();

const root = `https://${issuerHost}/college`;

async function ask(path: string) {
  const { status, contentType, body } = await serveIssuingDocument(new URL(path, `${root}/`));
  const text = new TextDecoder().decode(body);
  return { status, contentType, text, json: () => JSON.parse(text) as Record<string, unknown> };
}

async function indexOf(id: string): Promise<number> {
  const [row] = await query<{ at: number }>(
    'select status_index as at from issued_credential where id = $1',
    [id],
  );
  return row?.at ?? -1;
}

/** The bits of the status list as it is served now. */
async function readList() {
  const { text } = await ask('status/1');
  const { credentialSubject } = decodeJwt(text) as { credentialSubject: { encodedList: string } };
  const bits = gunzipSync(Buffer.from(credentialSubject.encodedList.slice(1), 'base64url'));
  return { text, bits, isSet: (at: number) => ((bits[at >> 3] ?? 0) & (0x80 >> (at & 7))) !== 0 };
}

describe('documents of an issuer', () => {
  it('publishes both keys for assertions, and no private part of them', async () => {
    const { status, text, json } = await ask('did.json');
    const did = `did:web:${issuerHost}:college`;
    expect(status).toBe(200);
    expect(json()).toMatchObject({ id: did, assertionMethod: [`${did}#ed25519`, `${did}#p256`] });
    expect(text).not.toContain('"d"');
  });

  it('publishes profile, key and revocation list of Open Badges 2.0, each under its own id', async () => {
    for (const path of ['profile.json', 'keys/1.json', 'revocations.json']) {
      const { status, json } = await ask(path);
      expect(status).toBe(200);
      expect(json().id).toBe(`${root}/${path}`);
    }
    expect((await ask('keys/1.json')).json()).toMatchObject({ owner: `${root}/profile.json` });
    expect((await ask('keys/1.json')).text).not.toContain('PRIVATE');
  });

  it('publishes a hosted badge with its class, and 410 with the reason once it is withdrawn', async () => {
    const { id, url, text } = await issue('ada@example.org', { format: 'ob2-hosted' });
    expect((await ask(url ?? '')).text).toBe(text);
    expect((await ask(`badges/${id}.json`)).json()).toMatchObject({
      type: 'BadgeClass',
      issuer: `${root}/profile.json`,
    });
    await revokeIssued(id, 'issued in error', new Date());
    const gone = await ask(url ?? '');
    expect(gone.status).toBe(410);
    expect(gone.json()).toMatchObject({ id: url, revoked: true, revocationReason: 'issued in error' });
    expect((await ask('revocations.json')).json()).toMatchObject({
      revokedAssertions: expect.arrayContaining([{ id: url, revocationReason: 'issued in error' }]),
    });
  });

  it.each([
    '',
    '/',
    '/college',
    '/college/',
    '/college/status/2',
    '/college/status/1/',
    '/college/assertions/1.json',
    '/college/assertions/../did.json/x',
    '/college/assertions/00000000-0000-4000-8000-000000000000.json',
    '/nobody/did.json',
    '/%00/did.json',
    '/..%2f..%2fetc/passwd',
    '/college/did.json%20',
    `/${'a'.repeat(4_000)}/did.json`,
    "/college'; drop table skill;--/did.json",
  ])('answers 404 to %j', async (path) => {
    const { status, body } = await serveIssuingDocument(new URL(`https://${issuerHost}${path}`));
    expect(status).toBe(404);
    expect(body.byteLength).toBeLessThan(100);
  });

  it('does not serve a credential that is not hosted, nor another issuer’s', async () => {
    const { id } = await issue('ada@example.org', { format: 'jwt-eddsa' });
    expect((await ask(`assertions/${id}.json`)).status).toBe(404);
    const hosted = await issue('ada@example.org', { format: 'ob2-hosted' });
    expect((await ask(`https://${issuerHost}/other/assertions/${hosted.id}.json`)).status).toBe(404);
  });
});

describe('the status list', () => {
  it('is a signed token with a bit a credential, 131 072 in all', async () => {
    const { text, bits } = await readList();
    expect(decodeProtectedHeader(text)).toMatchObject({ alg: 'EdDSA', typ: 'vc+jwt' });
    expect(decodeJwt(text)).toMatchObject({
      id: `${root}/status/1`,
      credentialSubject: { statusPurpose: 'revocation' },
    });
    expect(bits.byteLength * 8).toBe(131_072);
  });

  it('sets exactly the bit of what was withdrawn, from the next time it is asked', async () => {
    const [kept, lost] = [await issue('a@example.org'), await issue('b@example.org')];
    const before = await readList();
    expect((await readList()).text).toBe(before.text);
    await revokeIssued(lost.id, 'issued in error', new Date());
    const after = await readList();
    expect(after.isSet(await indexOf(lost.id))).toBe(true);
    expect(after.isSet(await indexOf(kept.id))).toBe(false);
    const differing = before.bits.filter((byte, at) => byte !== after.bits[at]);
    expect(differing).toHaveLength(1);
  });

  it('gives every credential a place of its own, also when many are issued at once', async () => {
    const issued = await Promise.all(Array.from({ length: 12 }, (_, at) => issue(`p${at}@example.org`)));
    const places = await Promise.all(issued.map(({ id }) => indexOf(id)));
    expect(new Set(places).size).toBe(12);
    expect(Math.max(...places) - Math.min(...places)).toBe(11);
  });
});

describe('issuing and withdrawing', () => {
  it('refuses an issuer that is not here', async () => {
    const order = {
      recipient: { name: 'Ada', email: 'ada@example.org' },
      format: 'jwt-eddsa',
      validFrom: new Date(),
      validUntil: null,
    } as const;
    const achievement = {
      key: 'x',
      type: 'Badge',
      title: 'X',
      description: 'X',
      criteria: 'X',
      skills: [],
      tags: [],
      evidence: [],
      result: null,
    };
    await expect(issueCredential('nobody', { ...order, achievement }, new Date())).rejects.toMatchObject({
      code: 'issuing.profile_unknown',
    });
  });

  it('withdraws once, and only what there is', async () => {
    const { id } = await issue('ada@example.org');
    await revokeIssued(id, 'issued in error', new Date());
    await expect(revokeIssued(id, 'again', new Date())).rejects.toMatchObject({
      code: 'issuing.already_revoked',
    });
    await expect(
      revokeIssued('00000000-0000-4000-8000-000000000000', 'no', new Date()),
    ).rejects.toMatchObject({
      code: 'issuing.unknown',
    });
    const [row] = await query('select revoked_reason from issued_credential where id = $1', [id]);
    expect(row).toEqual({ revoked_reason: 'issued in error' });
  });

  it('keeps what it issued word for word', async () => {
    const { id, text } = await issue('ada@example.org', { format: 'eddsa-rdfc-2022' });
    const [row] = await query(
      'select document, recipient_name, format from issued_credential where id = $1',
      [id],
    );
    expect(row).toEqual({ document: text, recipient_name: 'Ada', format: 'eddsa-rdfc-2022' });
  });

  it('names a DID instead of an address where that is asked', async () => {
    const { text } = await issue('', { recipient: { name: 'Ada', did: 'did:key:z6MkExample' } });
    expect(decodeJwt(text)).toMatchObject({
      sub: 'did:key:z6MkExample',
      credentialSubject: { id: 'did:key:z6MkExample' },
    });
    expect(text).not.toContain('identityHash');
  });
});
