import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '#server/credentials/core/report.ts';
import { bentJson, fuzzRuns, fuzzTimeoutMs } from '#tests/support/fuzz.ts';
import { issueSamples, type Sample } from '#tests/support/samples.ts';
import { verify } from '#tests/support/signing/index.ts';

/*
 * One byte or one member of a good credential is changed, in every format. What comes out may be the same credential
 * again; a valid one that shows something else must never come out (verification.md §8.2).
 */

const resolver = {
  byUri: (uri: string) => ({ skillKey: uri.length, label: uri, uri }),
  byLabel: () => [],
};
const samples = await issueSamples();
const ask = ({ documents, settings = {} }: Sample, content: Sample['content']) =>
  verify(content, { documents, settings, resolver, emails: ['ada@example.org'] });

/** What people are shown of a credential. */
function shownOf({ credential, skills, bound, endorsements, watch }: Report): unknown {
  const said = credential === null ? null : { ...credential, tags: credential.tags.toSorted() };
  const counting = skills.filter(({ counts }) => counts).map(({ uri, level }) => `${uri} ${level}`);
  return { said, counting: counting.toSorted(), bound, endorsements, until: watch.validUntil };
}

/** The same of the credentials inside that stand. */
const innerOf = ({ parts }: Report) => parts.filter(({ verdict }) => verdict === 'valid').map(shownOf);

describe.each(samples)('$name', (sample) => {
  const text = typeof sample.content === 'string' ? sample.content : JSON.stringify(sample.content);
  let original: Report;

  beforeAll(async () => {
    original = await ask(sample, sample.content);
  });

  async function expectNothingElse(changed: Sample['content']) {
    const report = await ask(sample, changed);
    expect(report.checks).toHaveLength(8);
    if (report.verdict !== 'valid') return;
    expect(shownOf(report)).toEqual(shownOf(original));
    // A part may fall while the whole stands, such as by a context that the whole does not cover; none may change.
    for (const inner of innerOf(report)) expect(innerOf(original)).toContainEqual(inner);
  }

  it('is valid as it is', () => {
    expect([original.verdict, original.code]).toEqual(['valid', null]);
    expect(original.credential?.title).toBeTruthy();
  });

  it('shows nothing else with a byte changed', { timeout: fuzzTimeoutMs }, async () => {
    const places = fc.nat(text.length - 1);
    const letters = fc.oneof(
      fc.constantFrom(...'"{}[],: \\\u0000\u00e9~.-_=+/AZaz019'),
      fc.string({ minLength: 1, maxLength: 1 }),
    );
    const one = fc.asyncProperty(places, letters, fc.boolean(), async (at, letter, replaces) => {
      const changed = text.slice(0, at) + letter + text.slice(replaces ? at + 1 : at);
      await expectNothingElse(changed);
    });
    await fc.assert(one, fuzzRuns(40));
  });

  it('shows nothing else with a member changed', { timeout: fuzzTimeoutMs }, async () => {
    const { content } = sample;
    if (typeof content === 'string') return;
    await fc.assert(fc.asyncProperty(bentJson(content), expectNothingElse), fuzzRuns(60));
  });
});
