import { describe, expect, it } from 'vitest';
import { declineReasons, isTrueReason } from '#server/applications/core/decline-reasons.ts';
import { mayDecline, mayMove, stageForCandidate, stages } from '#server/applications/core/pipeline.ts';
import { proposeDisclosure } from '#server/applications/core/proposal.ts';

const now = new Date('2026-11-23T09:00:00Z');

describe('moves', () => {
  it('never lead to declined or withdrawn, and never out of an end', () => {
    for (const from of stages) {
      expect(mayMove(from, 'declined')).toBe(false);
      expect(mayMove(from, 'withdrawn')).toBe(false);
      expect(mayMove('declined', from)).toBe(false);
      expect(mayMove('withdrawn', from)).toBe(false);
      expect(mayMove('hired', from)).toBe(false);
      expect(mayMove(from, from)).toBe(false);
    }
  });

  it('go both ways among the open stages, and to hired from an offer only', () => {
    expect(mayMove('applied', 'interview')).toBe(true);
    expect(mayMove('interview', 'screen')).toBe(true);
    expect(stages.filter((from) => mayMove(from, 'hired'))).toEqual(['offer']);
  });

  it('end by a decline from every open stage only', () => {
    expect(stages.filter(mayDecline)).toEqual(['applied', 'screen', 'task', 'interview', 'offer']);
  });
});

describe('what the candidate is told', () => {
  const notice = new Date('2026-11-23T18:00:00Z');

  it('is the stage before, until a decline is told', () => {
    expect(stageForCandidate('declined', notice, now, 'screen')).toBe('screen');
    expect(stageForCandidate('declined', notice, notice, 'screen')).toBe('declined');
    expect(stageForCandidate('interview', null, now, null)).toBe('interview');
  });
});

describe('reasons for a decline', () => {
  const facts = { mustsMet: true, above: 0, jobClosed: false, someoneChosen: false };
  const open = (change: Partial<typeof facts>) =>
    declineReasons.filter((reason) => isTrueReason(reason, { ...facts, ...change }));

  it('are offered only where they are the case', () => {
    expect(open({})).toEqual(['terms-differ', 'other']);
    expect(open({ mustsMet: false })).toContain('must-not-proven');
    expect(open({ above: 3 })).toContain('others-cover-more');
    expect(open({ someoneChosen: true })).toContain('position-filled');
  });

  it('do not claim what was not measured', () => {
    const closed = { mustsMet: null, above: null, jobClosed: true, someoneChosen: false };
    expect(declineReasons.filter((reason) => isTrueReason(reason, closed))).toEqual([
      'position-filled',
      'terms-differ',
      'other',
    ]);
  });
});

describe('the default of what goes along', () => {
  it('is only what speaks to a skill that is asked, each once', () => {
    const evidence = [
      { credentialId: 'c', skillKey: 1 },
      { credentialId: 'a', skillKey: 2 },
      { credentialId: 'a', skillKey: 1 },
      { credentialId: 'b', skillKey: 9 },
    ];
    expect(proposeDisclosure(evidence, new Set([1, 2]))).toEqual(['a', 'c']);
    expect(proposeDisclosure(evidence, new Set())).toEqual([]);
  });
});
