/** Nothing looks struck that has not passed its checks (interface §14.1), nothing is serif that is not signed. */
import { createElement as h } from 'react';
import { describe, expect, it } from 'vitest';
import { CredentialRow } from '#app/ui/proof/credential-row.tsx';
import type { Bound, SkillLine, Verdict as VerdictName } from '#app/ui/proof/shapes.ts';
import { IssuerWords, Signed } from '#app/ui/proof/signed.tsx';
import { SkillChip } from '#app/ui/proof/skill-chip.tsx';
import { skillStateOf, standingOf, verdictWordKey } from '#app/ui/proof/standing.ts';
import { Verdict } from '#app/ui/proof/verdict.tsx';
import { VerdictPlate } from '#app/ui/proof/verdict-plate.tsx';
import { codeTexts } from '#server/credentials/core/codes.ts';
import { render } from '#tests/support/render.tsx';

const verdicts: VerdictName[] = ['valid', 'invalid', 'unknown'];
const bounds: Bound[] = ['yes', 'no', 'not-asked'];
// Every code: a verdict without a word for it would not render.
const codes = [null, ...Object.keys(codeTexts)];
const combinations = verdicts.flatMap((verdict) =>
  bounds.flatMap((bound) => codes.map((code) => ({ verdict, bound, code }))),
);
const struck = /m-valid|verd valid|plate valid|chip proven|--proof|clip-path/;

describe('the struck look', () => {
  it.each(combinations)('of a verdict: $verdict, bound $bound, $code', ({ verdict, bound, code }) => {
    const html = render(h(Verdict, { verdict, bound, code }));
    expect(struck.test(html)).toBe(verdict === 'valid' && bound === 'yes');
  });

  it.each(combinations)('of a plate: $verdict, bound $bound', ({ verdict, bound }) => {
    const html = render(h(VerdictPlate, { verdict, bound, title: 'Valid, and yours' }));
    expect(struck.test(html)).toBe(verdict === 'valid' && bound === 'yes');
  });

  it.each(combinations)('of a wallet row: $verdict, bound $bound, $code', ({ verdict, bound, code }) => {
    const skill: SkillLine = { label: 'SQL', level: 3, source: 'alignment', counts: true };
    const state = skillStateOf(skill, verdict, bound);
    const html = render(
      h(CredentialRow, {
        href: '/proof/1',
        title: 'Relational Data, Examined',
        signed: false,
        issuer: { name: 'Quillon Data Guild', claimedName: null, recognised: true },
        kind: 'badge',
        verdict,
        bound,
        code,
        picture: { issuerHost: 'quillon.example', recognised: true },
        skills: state === null ? [] : [{ label: skill.label, state, level: skill.level }],
      }),
    );
    expect(struck.test(html)).toBe(verdict === 'valid' && bound === 'yes');
  });

  it('of a skill: only an exact match that counts, of a valid credential of this person', () => {
    for (const { verdict, bound } of combinations) {
      for (const source of ['alignment', 'tag', 'name'] as const) {
        for (const counts of [true, false]) {
          const state = skillStateOf({ source, counts }, verdict, bound);
          const may = verdict === 'valid' && bound === 'yes' && counts && source === 'alignment';
          expect(state === 'proven').toBe(may);
        }
      }
    }
  });

  it('never on stated, suggested, unknown or lapsed skills', () => {
    for (const state of ['stated', 'suggestion', 'unknown', 'lapsed'] as const) {
      expect(render(h(SkillChip, { label: 'SQL', state, level: 3 }))).not.toMatch(struck);
    }
    expect(render(h(SkillChip, { label: 'SQL', state: 'proven', level: 3 }))).toMatch(/chip proven/);
  });
});

describe('the words of a verdict', () => {
  it('gives the reason instead of "Invalid" where it has one', () => {
    expect(render(h(Verdict, { verdict: 'invalid', bound: 'yes', code: 'revoked' }))).toContain('Revoked');
    expect(render(h(Verdict, { verdict: 'invalid', bound: 'yes', code: 'schema.mismatch' }))).toContain(
      'Invalid',
    );
  });

  it('never lets a code change the word of a valid or unknown verdict', () => {
    expect(verdictWordKey(standingOf('unknown', 'yes'), 'revoked')).toBe('unknown');
    expect(verdictWordKey(standingOf('valid', 'yes'), 'expired')).toBe('valid');
  });
});

describe('serif', () => {
  it('only when the words are signed', () => {
    expect(render(h(Signed, { when: true }, 'Practitioner'))).toContain('class="signed"');
    expect(render(h(Signed, { when: false }, 'Practitioner'))).not.toContain('signed');
  });

  it('stays away from the title of an unsigned credential', () => {
    const row = (signed: boolean) =>
      render(
        h(CredentialRow, {
          href: '/proof/1',
          title: 'Leadership Champion 2024.png',
          signed,
          issuer: { name: 'Global Excellence Board', claimedName: null, recognised: false },
          kind: 'picture',
          verdict: 'invalid',
          bound: 'not-asked',
          code: 'missing-proof',
          picture: { issuerHost: null, recognised: false },
          skills: [],
        }),
      );
    expect(row(false)).not.toContain('class="signed"');
    expect(row(true)).toContain('class="signed"');
  });

  it('calls unproven words claims', () => {
    expect(render(h(IssuerWords, { proven: false }, 'x'))).toContain('The document claims');
    expect(render(h(IssuerWords, { proven: true }, 'x'))).toContain('What the issuer says');
  });
});
