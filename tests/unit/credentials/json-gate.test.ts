import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gateJson, gateLimits } from '#server/credentials/core/json-gate.ts';

const countValues = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countValues(item), 1);
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, item) => sum + countValues(item), 1);
};

describe('the gate before JSON.parse', () => {
  it('lets every ordinary document through and counts its values', () => {
    const documents = fc
      .jsonValue({ depthSize: 'small' })
      .filter((value) => !JSON.stringify(value).includes('__proto__'));
    fc.assert(
      fc.property(documents, fc.nat(3), (value, indent) => {
        const answer = gateJson(JSON.stringify(value, null, indent));
        expect(answer).toEqual({ ok: true, values: countValues(value) });
      }),
    );
  });

  it.each([
    ['a name twice', '{"a":1,"a":2}', 'malformed'],
    ['a name twice in other letters', '{"a":1,"\\u0061":2}', 'malformed'],
    ['a prototype', '{"__proto__":{}}', 'malformed'],
    ['a prototype in other letters', '{"\\u005f_proto__":{}}', 'malformed'],
    ['a number beyond all numbers', '{"a":[1,-1e400]}', 'malformed'],
    ['a number of a thousand digits', `{"a":${'9'.repeat(1_000)}}`, 'malformed'],
    ['a text that breaks off', '{"a":"b', 'malformed'],
    ['deep lists', '['.repeat(gateLimits.depth + 1), 'too-large'],
    ['deep objects', '{"a":'.repeat(200_000), 'too-large'],
    ['a long list', `[${'0,'.repeat(gateLimits.items)}0]`, 'too-large'],
    [
      'many values',
      `{${Array.from({ length: gateLimits.values + 1 }, (_, at) => `"${at}":0`).join()}}`,
      'too-large',
    ],
  ])('refuses %s', (_what, text, code) => {
    expect(gateJson(text)).toMatchObject({ ok: false, code });
  });

  it('knows names from values, and objects from each other', () => {
    expect(gateJson('{"a":"a","b":["a","a"],"c":{"a":{"a":1}}}').ok).toBe(true);
    expect(gateJson(`${'['.repeat(64)}${']'.repeat(64)}`).ok).toBe(true);
    expect(gateJson('[1e308, -1e308, 1e-400, 123456789012345678901234567890]').ok).toBe(true);
  });

  it('finds the end of a text behind any escapes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('\\', '"', 'a', '{', ',', '\u2028'), { maxLength: 40 }),
        (letters) => {
          const text = JSON.stringify({ [letters.join('')]: letters.join(''), b: [letters.join(''), 1] });
          expect(gateJson(text)).toEqual({ ok: true, values: 5 });
        },
      ),
    );
    const slow = `{"a":"${'\\"'.repeat(500_000)}"}`;
    expect(gateJson(slow)).toEqual({ ok: true, values: 2 });
  });
});
