import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#server/credentials/core/json.ts';
import {
  bakedPng,
  createIssuer,
  type Issuer,
  issueJwt,
  issueOb3,
  statusEntry,
  statusList,
  verify,
} from '#tests/support/signing/index.ts';

/* The issuer's refresh service (OB 3.0 "Refresh", verification.md §2.10). */

const issuer = createIssuer({ kind: 'did:web', seed: 'refreshing' });
const url = `${issuer.root}/refresh/1`;
const refreshService = { id: url, type: '1EdTechCredentialRefresh' };
const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
];
const refreshing = (service: JsonObject = refreshService) => ({
  '@context': contexts,
  refreshService: service,
});
type Order = NonNullable<Parameters<typeof issueOb3>[1]>;

const original = (order: Order = {}) =>
  issueOb3(issuer, { validUntil: '2026-06-01T00:00:00Z', members: refreshing(), ...order });
const newer = (order: Order = {}, by: Issuer = issuer) =>
  issueOb3(by, {
    id: `${issuer.root}/credentials/1`,
    validFrom: '2026-05-01T00:00:00Z',
    title: 'Renewed',
    ...order,
  });

async function outcome(badge: JsonObject | string | Uint8Array, copy: JsonObject | string | null) {
  if (copy === null) issuer.documents.delete(url);
  else issuer.documents.set(url, copy);
  const report = await verify(badge, { issuers: [issuer] });
  const said = report.checks.find(({ name }) => name === 'dates')?.message;
  return { ...report, said, told: `${report.verdict} ${report.code ?? report.credential?.title}` };
}

describe('a newer copy', () => {
  it('stands in place of a badge that has ended, and is kept word for word', async () => {
    const copy = await newer();
    const report = await outcome(await original(), copy);
    expect(report.told).toBe('valid Renewed');
    expect(report.refreshed).toEqual({ url, text: JSON.stringify(copy) });
    expect(report.said).toContain('newer copy');
    const before = await outcome(await original(), null);
    expect(report.payloadHash).toBe(before.payloadHash);
  });

  it('stands in place of one that was revoked, and of a token and a picture', async () => {
    const list = `${issuer.root}/lists/refresh`;
    await statusList(issuer, { url: list, set: [3] });
    const revoked = await original({ status: statusEntry(list, 3), validUntil: '2028-01-01T00:00:00Z' });
    expect((await outcome(revoked, await newer())).told).toBe('valid Renewed');
    const token = issueJwt(issuer, { members: refreshing(), validUntil: '2026-06-01T00:00:00Z' });
    const renewed = issueJwt(issuer, { validFrom: '2026-05-01T00:00:00Z', title: 'Renewed' });
    expect((await outcome(token, renewed)).told).toBe('valid Renewed');
    expect((await outcome(bakedPng(JSON.stringify(await original())), await newer())).told).toBe(
      'valid Renewed',
    );
  });

  it('is refused when it is not the same credential, not newer, or not in order; the badge is judged as it is', async () => {
    const stranger = createIssuer({ kind: 'did:web', host: 'other.example', seed: 'refreshing' });
    const self = createIssuer({ kind: 'did:key', seed: 'refreshing' });
    const tampered = { ...(await newer()), name: 'Doctorate' };
    const copies = [
      null,
      'nothing',
      '{}',
      'https://issuer.example/college/credentials/1',
      tampered,
      await newer({ id: `${issuer.root}/credentials/2` }),
      await newer({ validFrom: '2026-01-01T00:00:00Z' }),
      await newer({ validUntil: '2026-06-02T00:00:00Z' }),
      await newer({}, stranger),
      await newer({}, self),
      await newer({ status: statusEntry(`${issuer.root}/lists/none`, 3) }),
    ];
    for (const copy of copies) {
      const ended = await outcome(await original(), copy);
      expect([ended.told, ended.refreshed]).toEqual(['invalid expired', null]);
      const standing = await outcome(await original({ validUntil: '2028-01-01T00:00:00Z' }), copy);
      expect([standing.told, standing.refreshed]).toEqual(['valid Safe use of ladders', null]);
      expect(standing.said).toContain('refresh service');
    }
  });

  it('is not asked for by a badge that nobody is known to have signed, and never inside a private network', async () => {
    const asked = async (badge: JsonObject) => {
      const report = await outcome(badge, await newer());
      return [report.told, report.refreshed?.url ?? null];
    };
    expect(await asked({ ...(await original()), name: 'Doctorate' })).toEqual(['invalid signature', null]);
    const inner = { id: 'http://127.0.0.1/refresh', type: '1EdTechCredentialRefresh' };
    expect(await asked(await original({ members: refreshing(inner) }))).toEqual(['invalid expired', null]);
    const other = { id: url, type: 'ManualRefreshService2018' };
    const unknown = issueJwt(issuer, {
      members: refreshing(other),
      validUntil: '2026-06-01T00:00:00Z',
    });
    expect((await outcome(unknown, await newer())).told).toBe('invalid expired');
  });

  it('is asked for once: a copy that names another copy is the last', async () => {
    const further = `${issuer.root}/refresh/2`;
    issuer.documents.set(further, await newer({ validFrom: '2026-07-01T00:00:00Z', title: 'Further' }));
    const copy = await newer({
      members: refreshing({ id: further, type: '1EdTechCredentialRefresh' }),
    });
    expect((await outcome(await original(), copy)).told).toBe('valid Renewed');
  });
});
