import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#server/credentials/core/json.ts';
import {
  createIssuer,
  encodeBits,
  issueJwt,
  issueOb3,
  judge,
  statusEntry,
  statusList,
  verify,
} from '#tests/support/signing/index.ts';

/* Status lists (verification.md §2.9, §6.2 no. 9–13). */

const issuer = createIssuer({ kind: 'did:key', seed: 'status' });
const stranger = createIssuer({ kind: 'did:key', seed: 'status stranger' });
const issuers = [issuer, stranger];
const url = 'https://lists.example/1';

async function judgeWith(status: JsonObject | JsonObject[]) {
  return judge(await issueOb3(issuer, { status }), { issuers });
}

describe('a status list', () => {
  it('counts by every entry of the credential', async () => {
    const on = 'https://lists.example/suspended';
    await statusList(issuer, { url });
    await statusList(issuer, { url: on, purpose: 'suspension', set: [5] });
    const second = statusEntry(on, 5, { statusPurpose: 'suspension' });
    expect(await judgeWith([statusEntry(url, 5), second])).toBe('invalid suspended');
    expect(await judgeWith([statusEntry(url, 5), { ...second, statusListIndex: '6' }])).toBe('valid');
  });

  it.each(['5abc', '4.9', '0x5', '-1', ''])('has no index %j', async (index) => {
    await statusList(issuer, { url, set: [5] });
    expect(await judgeWith(statusEntry(url, index))).toBe('unknown status-list-invalid');
  });

  it('may hold values of several bits, and names of several purposes', async () => {
    await statusList(issuer, { url, size: 2, set: { 7: 2 }, purpose: ['revocation', 'suspension'] });
    expect(await judgeWith(statusEntry(url, 7, { statusSize: 2 }))).toBe('invalid revoked');
    expect(await judgeWith(statusEntry(url, 6, { statusSize: 2 }))).toBe('valid');
    expect(await judgeWith(statusEntry(url, 6, { statusSize: 0 }))).toBe('unknown status-list-invalid');
    expect(await judgeWith(statusEntry(url, 7, { statusPurpose: 'message' }))).not.toMatch(/^invalid/);
  });

  it('clears only when it could be verified, and revokes in any case', async () => {
    const clear = statusEntry(url, 1);
    const set = statusEntry(url, 2);
    const expectBoth = async () => {
      expect(await judgeWith(clear)).toBe('unknown status-list-invalid');
      expect(await judgeWith(set)).toBe('invalid revoked');
    };
    await statusList(issuer, { url, set: [2], members: { validUntil: '2026-02-01T00:00:00Z' } });
    await expectBoth();
    await statusList(issuer, { url, set: [2], members: { id: 'https://lists.example/other' } });
    await expectBoth();
    await statusList(issuer, { url, set: [2], purpose: 'suspension' });
    await expectBoth();
    issuer.documents.delete(url);
    await statusList(stranger, { url, set: [2] });
    await expectBoth();
    stranger.documents.delete(url);
    const list = await statusList(issuer, { url });
    const forged = { ...(list.credentialSubject as JsonObject), encodedList: encodeBits({ 2: 1 }) };
    issuer.documents.set(url, { ...list, credentialSubject: forged });
    await expectBoth();
  });

  it('is not unpacked beyond its limit', async () => {
    const encodedList = `u${gzipSync(Buffer.alloc(40 * 1024 * 1024)).toString('base64url')}`;
    await statusList(issuer, { url, encodedList });
    expect(await judgeWith(statusEntry(url, 1))).toBe('unknown status-list-invalid');
    await statusList(issuer, { url });
    expect(await judgeWith(statusEntry(url, 131_072))).toBe('unknown status-list-invalid');
  });

  it('of an unknown kind never clears', async () => {
    const token = issueJwt(issuer, { status: { id: 'https://lists.example/x', type: 'SomeStatus' } });
    expect(await judge(token, { issuers })).toBe('unknown status-unavailable');
  });

  it('is never asked for inside a private network', async () => {
    for (const inside of [
      'http://127.0.0.1:3000/',
      'http://2130706433/list',
      'https://[::ffff:10.0.0.1]/',
      'http://localhost/',
    ])
      expect(await judgeWith(statusEntry(inside, 1))).toBe('unknown ssrf-blocked');
  });

  it('of 1EdTech clears only from the host of the issuer', async () => {
    const own = createIssuer({ kind: 'did:web', host: 'badges.example', seed: 'status' });
    const list = 'https://badges.example/revoked';
    const base = 'https://purl.imsglobal.org/spec/ob/v3p0';
    const contexts = [`${base}/context-3.0.3.json`, `${base}/extensions.json`];
    const members = { '@context': ['https://www.w3.org/ns/credentials/v2', ...contexts] };
    const document = await issueOb3(own, { status: { id: list, type: '1EdTechRevocationList' }, members });
    const ask = () => judge(document, { issuers: [own] });
    own.documents.set(list, { id: list, revokedCredential: [] });
    expect(await ask()).toBe('valid');
    own.documents.set(list, { id: list, revokedCredential: [{ id: String(document.id) }] });
    expect(await ask()).toBe('invalid revoked');
    const afar = 'https://elsewhere.example/revoked';
    const other = await issueOb3(own, { status: { id: afar, type: '1EdTechRevocationList' }, members });
    own.documents.set(afar, { id: afar, revokedCredential: [] });
    expect(await judge(other, { issuers: [own] })).toBe('unknown status-list-invalid');
    expect((await verify(other, { issuers: [own] })).watch.statusLists).toEqual([afar]);
  });
});
