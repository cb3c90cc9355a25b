import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#server/credentials/core/json.ts';
import { validateAgainst } from '#server/credentials/threads/validate.ts';
import { verifyDocument } from '#server/credentials/verify-document.ts';
import { buildOb3, createIssuer, issueJwt, issueOb3 } from '#tests/support/signing/index.ts';
import { serve } from '#tests/support/signing/serve.ts';
import { clock } from '#tests/support/signing/verify.ts';

/* Schemas that a credential names itself (verification.md §2.10). */

const issuer = createIssuer({ kind: 'did:web', seed: 'schemas' });
const folder = 'server/credentials/contexts/schemas';
const schemaUrl =
  'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';
const kind = '1EdTechJsonSchemaValidator2019';
const extensions = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
const contexts = (model: string) => [
  model === '1.1' ? 'https://www.w3.org/2018/credentials/v1' : 'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  extensions,
];
const naming = (entry: JsonObject, model = '1.1'): JsonObject => ({
  '@context': contexts(model),
  credentialSchema: [entry],
});
const own = { id: schemaUrl, type: kind };

const asked = new Set<string>();
const world = serve(issuer.documents);
const fetch: typeof world = (url, options) => {
  asked.add(url);
  return world(url, options);
};

async function look(badge: JsonObject | string) {
  const bytes = new TextEncoder().encode(typeof badge === 'string' ? badge : JSON.stringify(badge));
  const resolver = { byUri: () => null, byLabel: () => [] };
  const { verdict, code, checks } = await verifyDocument(bytes, { fetch, now: clock, resolver });
  const { result, message, source } = checks.find(({ name }) => name === 'schema') ?? {};
  return { told: code === null ? verdict : `${verdict} ${code}`, result, message, source };
}

describe('the schemas carried here', () => {
  it('are byte for byte what 1EdTech published', async () => {
    const lines = readdirSync(folder).map((name) => {
      const hash = createHash('sha256')
        .update(readFileSync(`${folder}/${name}`))
        .digest('hex');
      return `${hash}  ${name}`;
    });
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('schemas.sha256');
  });

  it('are compiled in a thread: the event loop is not held up for as long as that takes', async () => {
    const before = performance.eventLoopUtilization();
    const answers = await Promise.all(
      (['ob-v3p0-achievementcredential', 'clr-v2p0-clrcredential'] as const).map((name) =>
        validateAgainst(name, buildOb3(issuer, { model: '1.1' })),
      ),
    );
    expect(answers.map(({ state }) => state)).toEqual(['fits', 'fails']);
    // Compiling takes hundreds of milliseconds; the loop waits through most of them.
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);
  });
});

describe('a schema that a credential names', () => {
  it('is held against it when it was made for its data model, in a document and in a token', async () => {
    const document = await look(await issueOb3(issuer, { model: '1.1', members: naming(own) }));
    expect(document).toMatchObject({
      told: 'valid',
      result: 'pass',
      message: 'It matches the schema that it names.',
    });
    const token = issueJwt(issuer, { form: 'vc-claim', members: naming(own) });
    expect(await look(token)).toMatchObject({
      told: 'valid',
      message: 'It matches the schema that it names.',
    });
  });

  it('is a finding when it does not fit, and the lowest: what else is wrong decides first', async () => {
    const wrong = { model: '1.1' as const, members: naming(own), achievement: { creditsAvailable: 'many' } };
    const badge = await issueOb3(issuer, wrong);
    expect(await look(badge)).toMatchObject({ told: 'invalid schema', result: 'fail', source: schemaUrl });
    const ended = await issueOb3(issuer, { ...wrong, validUntil: '2026-02-01T00:00:00Z' });
    expect(await look(ended)).toMatchObject({ told: 'invalid expired', result: 'fail' });
  });

  it.each<[string, JsonObject, string]>([
    ['made for an older data model', own, '2.0'],
    ['not carried here', { id: 'https://schemas.example/badge.json', type: kind }, '1.1'],
    ['not known here', { id: schemaUrl, type: 'JsonSchemaValidator2018' }, '1.1'],
  ])('is only mentioned when it is %s, and never asked for', async (words, entry, model) => {
    const form = model === '1.1' ? ('vc-claim' as const) : ('body' as const);
    const badge = issueJwt(issuer, {
      form,
      model: model as '1.1',
      members: naming(entry, model),
      achievement: { creditsAvailable: 'many' },
    });
    asked.clear();
    const seen = await look(badge);
    expect(seen).toMatchObject({ told: 'valid', result: 'pass' });
    expect(seen.message).toContain(words);
    expect([...asked]).toEqual([`${issuer.root}/did.json`]);
  });
});
