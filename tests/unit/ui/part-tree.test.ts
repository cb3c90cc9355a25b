/** Credentials inside a record: a tree, a line each with its reason, eight lines on demand (interface §15, proof page). */
import { createElement as h } from 'react';
import { describe, expect, it } from 'vitest';
import { Endorsements } from '#app/proof/[candidateId]/[credentialId]/endorsements.tsx';
import { Results } from '#app/proof/[candidateId]/[credentialId]/results.tsx';
import { PartTree } from '#app/ui/proof/part-tree.tsx';
import { checkNames } from '#app/ui/proof/shapes.ts';
import type { PartOutput } from '#server/credentials/schemas.ts';
import { render } from '#tests/support/render.tsx';

const at = new Date('2026-11-23T09:12:04Z');
const skill = {
  skillKey: 1,
  label: 'Welding',
  uri: 'urn:x',
  level: 3,
  source: 'alignment' as const,
  state: 'proven' as const,
  namedByIssuer: true,
  words: null,
};

function part(change: Partial<PartOutput> = {}): PartOutput {
  return {
    format: 'ob3',
    title: 'Data',
    issuerName: 'Club',
    signed: true,
    verdict: 'valid',
    code: null,
    sentence: null,
    hint: null,
    bound: 'yes',
    validUntil: null,
    tier: { level: 1, rule: 'attendance' },
    checks: checkNames.map((name) => ({
      name,
      result: 'pass',
      code: 'ok',
      message: 'ok',
      source: null,
      at,
      tookMs: 0,
    })),
    skills: [skill],
    parts: [],
    ...change,
  };
}

const whole = { verdict: 'valid', bound: 'yes' } as const;
const tree = (parts: PartOutput[], of: Parameters<typeof PartTree>[0]['whole'] = whole) =>
  render(h(PartTree, { whole: of, parts }));

describe('the parts of a record', () => {
  it('are nothing where there are none', () => {
    expect(tree([])).toBe('');
  });

  it('stand in a line each, that the keyboard opens to eight lines, also one inside another', () => {
    const ended = part({
      title: 'Ended',
      verdict: 'invalid',
      code: 'expired',
      sentence: 'It ended on 1 Feb 2026.',
    });
    const html = tree([part(), part({ title: 'Inner record', parts: [ended] })]);
    expect(html.match(/<details><summary>/g)).toHaveLength(3);
    expect(html.match(/<ol class="checks">/g)).toHaveLength(3);
    expect(html).toContain('2 of 2 parts hold');
    expect(html).toContain('aria-label="Parts of Inner record"');
    const summaries = [...html.matchAll(/<summary>(.*?)<\/summary>/g)].map(([, inner]) => inner ?? '');
    expect(summaries[2]).toContain('Expired');
    expect(summaries[2]).toContain('It ended on 1 Feb 2026.');
  });

  it('prove a skill only while they stand and are the person’s', () => {
    expect(tree([part()])).toContain('chip proven');
    const others: Partial<PartOutput>[] = [
      { verdict: 'unknown' },
      { verdict: 'invalid', code: 'revoked' },
      { bound: 'no' },
      { bound: 'not-asked' },
      { skills: [{ ...skill, state: 'not-counted' }] },
    ];
    for (const change of others) expect(tree([part(change)])).not.toContain('chip proven');
  });

  it('say that none counts while the whole does not', () => {
    for (const of of [
      { verdict: 'invalid', bound: 'yes' },
      { verdict: 'unknown', bound: 'yes' },
      { verdict: 'valid', bound: 'no' },
    ] as const)
      expect(tree([part()], of)).toContain('None counts while the whole does not');
    expect(tree([part()])).not.toContain('None counts');
  });

  it('set a title in the issuer’s hand only when a checked signature covers it', () => {
    const unproven = part().checks.map((check) =>
      check.name === 'proof' ? { ...check, result: 'fail' as const } : check,
    );
    expect(tree([part()])).toContain('class="signed">Data');
    expect(tree([part({ checks: unproven })])).not.toContain('class="signed">Data');
  });
});

describe('what others say, and what was achieved', () => {
  const endorsement = {
    about: 'achievement' as const,
    issuerName: 'Guild',
    since: at,
    until: null,
    comment: 'We ask for it.',
    stands: true,
    problem: null,
  };

  it('names who endorses, since when, and whether that stands', () => {
    const html = render(h(Endorsements, { endorsements: [endorsement] }));
    for (const words of ['Guild', 'of what it is given for', '23 Nov 2026', 'stands', 'We ask for it.'])
      expect(html).toContain(words);
    const told = (problem: string) =>
      render(h(Endorsements, { endorsements: [{ ...endorsement, stands: false, comment: null, problem }] }));
    expect(told('self')).toContain('speaks for itself');
    expect(told('expired')).toContain('adds nothing');
    expect(told('anything')).toContain('adds nothing');
  });

  it('names gaps as gaps', () => {
    expect(render(h(Endorsements, { endorsements: [] }))).toContain('Not stated');
    expect(render(h(Results, { results: [], proven: true }))).toContain('Not stated');
  });

  it('reads a result on its scale and rubric', () => {
    const result = {
      name: 'Project',
      value: '87',
      max: '100',
      required: '60',
      level: 'Practitioner',
      levels: ['Novice', 'Practitioner', 'Expert'],
      status: null,
    };
    const text = render(h(Results, { results: [result], proven: true })).replace(/<[^>]+>/g, '');
    expect(text).toContain(
      'Project: 87 of 100, level Practitioner of Novice, Practitioner, Expert (pass mark 60)',
    );
  });
});
