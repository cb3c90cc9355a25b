import { DcqlQuery } from 'dcql';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#server/credentials/core/json.ts';
import {
  askForAnyBadge,
  askForSkills,
  isAskedFor,
  isSatisfied,
  type ShownCredential,
  type WalletQuery,
} from '#server/presentations/core/dcql.ts';
import { readVpToken } from '#server/presentations/core/response.ts';
import { normalizeCode, shortCode } from '#server/presentations/core/response-code.ts';

const sql = 'urn:assay:skill:sql';
const go = 'urn:assay:skill:go';

function badge(...uris: string[]): ShownCredential & { format: 'ldp_vc' } {
  const alignment = uris.map((targetUrl) => ({ type: ['Alignment'], targetUrl }));
  const credential: JsonObject = {
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    credentialSubject: { achievement: { alignment } },
  };
  return { format: 'ldp_vc', credential };
}

const token = (...uris: string[]): ShownCredential => ({ ...badge(...uris), format: 'jwt_vc_json' });

/** The library that wallets use must take what is sent. */
function expectSendable(query: WalletQuery | null): WalletQuery {
  if (query === null) throw new Error('there is no query');
  DcqlQuery.validate(DcqlQuery.parse(query as DcqlQuery.Input));
  return query;
}

describe('asking for any badge', () => {
  const query = expectSendable(askForAnyBadge(['https://a.example/vct']));

  it('takes one, or several of several kinds', () => {
    expect(isSatisfied(query, { badge: [badge()] })).toBe(true);
    expect(isSatisfied(query, { badge: [badge(), badge(sql)], 'badge-token': [token()] })).toBe(true);
    expect(
      isSatisfied(query, { 'sd-jwt': [{ format: 'dc+sd-jwt', vct: 'https://a.example/vct', claims: {} }] }),
    ).toBe(true);
  });

  it('takes neither nothing nor something else', () => {
    expect(isSatisfied(query, {})).toBe(false);
    expect(isSatisfied(query, { badge: [] })).toBe(false);
    const plain: ShownCredential = { format: 'ldp_vc', credential: { type: ['VerifiableCredential'] } };
    expect(isAskedFor(query, 'badge', plain)).toBe(false);
    expect(isAskedFor(query, 'badge', token())).toBe(false);
    expect(isAskedFor(query, 'sd-jwt', { format: 'dc+sd-jwt', vct: 'https://b.example', claims: {} })).toBe(
      false,
    );
  });

  it('names no SD-JWT where the operator takes none', () => {
    expect(expectSendable(askForAnyBadge([])).credentials.map(({ format }) => format)).toEqual([
      'ldp_vc',
      'jwt_vc_json',
    ]);
  });
});

describe('asking for the skills of a job', () => {
  const query = expectSendable(
    askForSkills([
      { uris: [sql, 'http://data.europa.eu/esco/skill/1'], must: true },
      { uris: [go], must: false },
      { uris: [], must: true },
    ]),
  );

  it('asks for each line in either form, and leaves out what has no URI', () => {
    expect(query.credentials.map(({ id }) => id)).toEqual([
      'skill-1',
      'skill-1-token',
      'skill-2',
      'skill-2-token',
    ]);
    expect(query.credential_sets).toEqual([
      { options: [['skill-1'], ['skill-1-token']], required: true },
      { options: [['skill-2'], ['skill-2-token']], required: false },
    ]);
    expect(query.credentials[0]).toMatchObject({
      multiple: false,
      claims: [{ path: ['credentialSubject', 'achievement', 'alignment', null, 'targetUrl'] }],
    });
  });

  it('is met by what a must asks for, in either form, by any of its URIs', () => {
    expect(isSatisfied(query, { 'skill-1': [badge(go, sql)] })).toBe(true);
    expect(isSatisfied(query, { 'skill-1-token': [token('http://data.europa.eu/esco/skill/1')] })).toBe(true);
    expect(isSatisfied(query, { 'skill-1': [badge(sql)], 'skill-2': [badge(go)] })).toBe(true);
  });

  it('is not met by what is nice to have, nor by another skill', () => {
    expect(isSatisfied(query, { 'skill-2': [badge(go)] })).toBe(false);
    expect(isSatisfied(query, { 'skill-1': [badge(go)] })).toBe(false);
    expect(isAskedFor(query, 'skill-2', badge(sql))).toBe(false);
  });

  it('is nothing for a job without skills that could be asked for', () => {
    expect(askForSkills([])).toBeNull();
    expect(askForSkills([{ uris: [], must: true }])).toBeNull();
  });

  it('asks for each skill of any job, and a wallet that has them all can answer', () => {
    const lines = fc.array(
      fc.record({ uris: fc.uniqueArray(fc.webUrl(), { minLength: 1, maxLength: 4 }), must: fc.boolean() }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(lines, (skills) => {
        const asked = expectSendable(askForSkills(skills));
        const all = skills.map(({ uris }, at) => [`skill-${at + 1}`, [badge(uris[0] ?? '')]]);
        expect(isSatisfied(asked, Object.fromEntries(all))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('reading an answer', () => {
  it('never throws, whatever it is sent', () => {
    const query = askForAnyBadge([]);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `{"badge":[${json}]}`),
        ),
        (text) => {
          const read = readVpToken(text, query);
          if (read.ok) for (const { query: part } of read.answered) expect(part.format).toBe('ldp_vc');
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the short code', () => {
  it('is read as it is shown, whatever a person makes of it', () => {
    const shown = shortCode('0123456789abcdef'.repeat(4));
    expect(shown).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    for (const typed of [shown, shown.toLowerCase(), shown.replace('-', ' '), ` ${shown.replace('-', '')} `])
      expect(normalizeCode(typed)).toBe(shown);
    expect(normalizeCode('o0il-1abc')).toBe('0011-1ABC');
  });

  it('holds forty bits of the hash', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }), (number) => {
        const hash = number.toString(16).padStart(64, '0');
        const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        const digits = [...shortCode(hash).replace('-', '')];
        const value = digits.reduce((sum, letter) => sum * 32n + BigInt(letters.indexOf(letter)), 0n);
        expect(value).toBe(BigInt(`0x${hash.slice(0, 10)}`));
      }),
    );
  });
});
