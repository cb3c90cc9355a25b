import '#tests/support/database.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { refreshRegistries } from '#server/credentials/refresh-registries.ts';
import { noteIssuer } from '#server/credentials/store/issuers.ts';
import { query } from '#tests/support/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-registries-'));
const configuration = join(folder, 'registries.json');
Object.assign(process.env, { ISSUER_REGISTRIES_FILE: configuration });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = new Date('2026-11-23T06:00:00Z');
const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
const [one, two] = ['https://one.example/registry.json', 'https://two.example/registry.json'];
const didOf = (name: string) => `did:web:${name}.example`;

/** What is served at an address: a document, a status, or nothing. */
const web = new Map<string, object | number>();

async function fetch(url: string) {
  const found = web.get(url);
  if (found === undefined)
    return { ok: false as const, reason: 'unreachable' as const, detail: `${url}: no answer` };
  const status = typeof found === 'number' ? found : 200;
  const body = new TextEncoder().encode(JSON.stringify(found));
  return {
    ok: true as const,
    url,
    status,
    contentType: 'application/json',
    body,
    fetchedAt: start.toISOString(),
  };
}

const configure = (sources: object[]) => writeFileSync(configuration, JSON.stringify(sources));
const publish = (
  url: string,
  names: readonly string[],
  say: (name: string) => object = (name) => ({ name }),
) => web.set(url, { registry: Object.fromEntries(names.map((name) => [didOf(name), say(name)])) });
const look = (hours: number) => refreshRegistries(later(hours), fetch);

async function recognised(): Promise<Record<string, string>> {
  const rows = await query<{ id: string; said: string }>(
    `select id, registry_name || ' by ' || registry as said from issuer where registry_name is not null`,
  );
  return Object.fromEntries(rows.map(({ id, said }) => [id, said]));
}

async function registry(name: string) {
  const [row] = await query<Record<string, unknown>>('select * from issuer_registry where name = $1', [name]);
  return row;
}

const legacy = (name: string, url: string, rest: object = {}) => ({ name, type: 'dcc-legacy', url, ...rest });
const many = Array.from({ length: 10 }, (_, at) => `school-${at}`);

beforeEach(async () => {
  web.clear();
  await query('delete from issuer_registry');
  await query('delete from issuer');
  for (const name of ['college', 'guild', ...many])
    await noteIssuer({ id: didOf(name), claimedName: `We are ${name}`, url: null });
});

describe('registries as a whole', () => {
  it('recognise issuers by exactly their ids, under the name of the first by authority', async () => {
    configure([legacy('One', one), legacy('Two', two)]);
    publish(one, ['college'], () => ({ name: 'Northgate College', url: 'https://northgate.example' }));
    publish(two, ['college', 'guild', 'college.example:sub'], (name) => ({ name: `${name} of two` }));
    await noteIssuer({
      id: 'https://college.example/profile.json',
      claimedName: 'Northgate College',
      url: null,
    });
    await look(0);
    expect(await recognised()).toEqual({
      [didOf('college')]: 'Northgate College by One',
      [didOf('guild')]: 'guild of two by Two',
    });
    expect(await registry('One')).toMatchObject({ state: 'current', version: 1, fetched_at: later(0) });
  });

  it('are read again after their period, and not before', async () => {
    configure([legacy('One', one, { refreshHours: 6 })]);
    publish(one, ['college']);
    await look(0);
    publish(one, ['college', 'guild']);
    await look(5);
    expect(Object.keys(await recognised())).toEqual([didOf('college')]);
    await look(6);
    expect(Object.keys(await recognised()).sort()).toEqual([didOf('college'), didOf('guild')]);
  });

  it('end a recognition when a good answer no longer names the issuer, and keep what changed as a version', async () => {
    configure([legacy('One', one)]);
    publish(one, ['college', 'guild']);
    await look(0);
    publish(one, ['guild', 'school-1'], (name) => ({ name: name.toUpperCase() }));
    await look(24);
    expect(await recognised()).toEqual({
      [didOf('guild')]: 'GUILD by One',
      [didOf('school-1')]: 'SCHOOL-1 by One',
    });
    const versions = await query(
      'select version, entries, added, removed, changed from issuer_registry_version order by version',
    );
    expect(versions).toEqual([
      { version: 1, entries: 2, added: [didOf('college'), didOf('guild')], removed: [], changed: [] },
      {
        version: 2,
        entries: 2,
        added: [didOf('school-1')],
        removed: [didOf('college')],
        changed: [didOf('guild')],
      },
    ]);
    await look(48);
    expect(await registry('One')).toMatchObject({ version: 2, fetched_at: later(48) });
  });

  it.each<[string, object | number | null, string]>([
    ['does not answer', null, 'unreachable'],
    ['is gone', 404, 'unreachable'],
    ['breaks', 500, 'unreachable'],
    ['answers with something else', { hello: 'world' }, 'malformed'],
  ])('keep what they said when one %s, and say since when', async (_what, answer, state) => {
    configure([legacy('One', one, { refreshHours: 1 })]);
    publish(one, ['college']);
    await look(0);
    web.delete(one);
    if (answer !== null) web.set(one, answer);
    await look(1);
    await look(1.05);
    expect(await registry('One')).toMatchObject({
      state,
      failed_since: later(1),
      failures: 1,
      fetched_at: later(0),
    });
    await look(1.1);
    expect(await registry('One')).toMatchObject({
      failed_since: later(1),
      failures: 2,
      fetched_at: later(0),
    });
    expect(await recognised()).toEqual({ [didOf('college')]: 'college by One' });
    publish(one, ['college']);
    await look(2.5);
    expect(await registry('One')).toMatchObject({ state: 'current', failed_since: null, failures: 0 });
  });

  it('hold back an answer that lost most of it, until it comes again', async () => {
    configure([legacy('One', one)]);
    publish(one, many);
    await look(0);
    publish(one, many.slice(0, 2));
    await look(24);
    expect(Object.keys(await recognised())).toHaveLength(10);
    expect(await registry('One')).toMatchObject({
      state: 'shrunk',
      failed_since: later(24),
      detail: 'it names 2 of 10 issuers; the same answer again will be believed',
    });
    publish(one, many.slice(0, 3));
    await look(48);
    expect(Object.keys(await recognised())).toHaveLength(10);
    await look(72);
    expect(Object.keys(await recognised())).toHaveLength(3);
    expect(await registry('One')).toMatchObject({ state: 'current', held_hash: null, failed_since: null });
  });

  it('begin and end by the day that an entry states', async () => {
    configure([{ ...legacy('Ours', one), type: 'own' }]);
    publish(one, ['college', 'guild'], (name) =>
      name === 'college' ? { name, validUntil: later(2) } : { name, since: later(3) },
    );
    await look(0);
    expect(Object.keys(await recognised())).toEqual([didOf('college')]);
    await look(2);
    expect(await recognised()).toEqual({});
    await look(3);
    expect(Object.keys(await recognised())).toEqual([didOf('guild')]);
  });

  it('recognise an issuer that is named for the first time after they were read', async () => {
    configure([legacy('One', one)]);
    publish(one, ['newcomer']);
    await look(0);
    const { settleRecognition } = await import('#server/credentials/settle-recognition.ts');
    await noteIssuer({ id: didOf('newcomer'), claimedName: 'Somebody', url: null });
    await settleRecognition([didOf('newcomer')], later(1));
    expect(await recognised()).toEqual({ [didOf('newcomer')]: 'newcomer by One' });
  });
});

describe('the configuration', () => {
  it('decides: what is taken out of it recognises nobody any more, and order is authority', async () => {
    configure([legacy('One', one), legacy('Two', two)]);
    publish(one, ['college'], () => ({ name: 'First' }));
    publish(two, ['college'], () => ({ name: 'Second' }));
    await look(0);
    configure([legacy('Two', two)]);
    await look(1);
    expect(await recognised()).toEqual({ [didOf('college')]: 'Second by Two' });
    configure([]);
    await look(2);
    expect(await recognised()).toEqual({});
  });

  it('a name that leads elsewhere is another registry: nothing of the former one stays', async () => {
    configure([legacy('One', one)]);
    publish(one, ['college']);
    await look(0);
    configure([legacy('One', two)]);
    await look(1);
    expect(await recognised()).toEqual({});
    expect(await registry('One')).toMatchObject({ state: 'unreachable', fetched_at: null });
  });

  it('that cannot be used changes nothing', async () => {
    configure([legacy('One', one)]);
    publish(one, ['college']);
    await look(0);
    writeFileSync(configuration, '[{"name": "One"');
    await look(1);
    expect(await recognised()).toEqual({ [didOf('college')]: 'college by One' });
  });

  it('may name a file beside it', async () => {
    writeFileSync(
      join(folder, 'ours.json'),
      JSON.stringify({ registry: { [didOf('guild')]: { name: 'Guild' } } }),
    );
    configure([{ name: 'Ours', type: 'own', file: 'ours.json' }]);
    await look(0);
    expect(await recognised()).toEqual({ [didOf('guild')]: 'Guild by Ours' });
  });

  it('may name a list, whose registries come and go with it', async () => {
    const list = 'https://list.example/known.json';
    configure([{ name: 'List', type: 'dcc-list', url: list, refreshHours: 1 }, legacy('Two', two)]);
    web.set(list, [
      { name: 'One', type: 'dcc-legacy', url: one },
      { name: 'Two', type: 'dcc-legacy', url: 'https://impostor.example/registry.json' },
      { name: 'Federation', type: 'oidf', trustAnchorEC: 'https://f.example/.well-known/openid-federation' },
    ]);
    publish(one, ['college'], () => ({ name: 'College of one' }));
    publish(two, ['college'], () => ({ name: 'College of two' }));
    publish('https://impostor.example/registry.json', many);
    await look(0);
    expect(await recognised()).toEqual({ [didOf('college')]: 'College of one by One' });
    expect(await registry('List')).toMatchObject({
      state: 'current',
      detail: 'Federation: no key of its trust anchor is pinned',
    });
    web.set(list, [{ name: 'Three', type: 'dcc-legacy', url: 'https://three.example/registry.json' }]);
    await look(1);
    expect(await recognised()).toEqual({ [didOf('college')]: 'College of two by Two' });
    configure([legacy('Two', two)]);
    await look(2);
    expect((await query('select name from issuer_registry')).map(({ name }) => name)).toEqual(['Two']);
  });
});
