import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bundledContexts, isBundledContext } from '#server/credentials/contexts/bundled-contexts.ts';
import { canonize } from '#server/credentials/threads/canonize.ts';

const folder = 'server/credentials/contexts';

describe('bundled contexts', () => {
  it('are byte for byte what was published', async () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    const hashes = files.map((name) => {
      const hash = createHash('sha256')
        .update(readFileSync(`${folder}/${name}`))
        .digest('hex');
      return `${hash}  ${name}`;
    });
    await expect(`${hashes.join('\n')}\n`).toMatchFileSnapshot('contexts.sha256');
  });

  it('cannot be changed, and nothing else is known', async () => {
    expect(Object.keys(bundledContexts).length).toBeGreaterThanOrEqual(32);
    expect(Object.values(bundledContexts).every(Object.isFrozen)).toBe(true);
    expect(isBundledContext('https://lab.example/v1') || isBundledContext('toString')).toBe(false);
    const unknown = { '@context': 'https://lab.example/v1', name: 'x' };
    expect(await canonize(unknown, 2)).toEqual({
      ok: false,
      reason: 'context-unknown',
      detail: 'https://lab.example/v1',
    });
  });
});

describe('canonicalising', () => {
  const context = ['https://www.w3.org/ns/credentials/v2', { '@vocab': 'https://vocab.example/' }];
  const small = {
    '@context': context,
    id: 'urn:uuid:1',
    nodes: [{ id: '_:a' }, { id: '_:b', next: { id: '_:a' } }],
  };

  it('gives the same hash inline and in a thread', async () => {
    const inline = await canonize(small, 10);
    const threaded = await canonize(small, 10_000);
    expect(inline.ok).toBe(true);
    expect(threaded).toEqual(inline);
  });

  it('refuses graphs that are made to be hard', async () => {
    const ids = Array.from({ length: 10 }, (_, at) => `_:n${at}`);
    const nodes = ids.map((id) => ({
      id,
      next: ids.filter((other) => other !== id).map((other) => ({ id: other })),
    }));
    const answer = await canonize({ '@context': context, id: 'urn:uuid:1', nodes }, 130);
    expect(answer).toMatchObject({ ok: false, reason: 'symmetric' });
  });
});
