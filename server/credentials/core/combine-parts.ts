import { type CheckState, type Examination, plainExamination } from './examination.ts';
import { decide } from './rank.ts';
import { checkNames, type Verdict } from './report.ts';
import type { States } from './states.ts';

const worstFirst: readonly Verdict[] = ['invalid', 'unknown', 'valid'];

/**
 * What several credentials in one archive are together. The archive is as bad as the worst of them, so that nothing
 * looks better than it is; it names nobody, proves no skill and has no title: each part has a report of its own
 * (docs/decisions, "several in one"). `others` counts its files that hold no credential. Pure.
 */
export function combineParts(parts: Examination[], others: number): Examination {
  const judged = parts.map((part) => ({ part, verdict: verdictOf(part) }));
  const worst = worstFirst.find((verdict) => judged.some((entry) => entry.verdict === verdict)) ?? 'unknown';
  const findings = judged.flatMap(({ part, verdict }) =>
    verdict === worst ? (decide(part.findings).deciding ?? []) : [],
  );
  const left = others === 0 ? '' : ` ${others} other ${others === 1 ? 'file holds' : 'files hold'} none.`;
  return {
    ...plainExamination,
    format: 'archive',
    payload: null,
    findings,
    states: mergeStates(parts),
    remarks: {
      'well-formed': `It holds ${parts.length} credentials, each with a report of its own.${left}`,
      recipient: 'Each of its credentials says for itself whom it was issued to.',
    },
    recipient: { subjectId: null, identities: [] },
    credential: null,
    canBeWithdrawn: false,
    yieldsSkills: false,
    statusLists: [...new Set(parts.flatMap((part) => part.statusLists))],
    parts,
  };
}

/** A check that was not carried out never makes a pass, as in every report. */
function verdictOf({ findings, states }: Examination): Verdict {
  const { verdict } = decide(findings);
  const isOpen = checkNames.some((name) => name !== 'recipient' && states[name] === 'not-done');
  return verdict === 'valid' && isOpen ? 'unknown' : verdict;
}

function mergeStates(parts: readonly Examination[]): States {
  const merge = (name: (typeof checkNames)[number]): CheckState => {
    const states = parts.map((part) => part.states[name]);
    if (states.includes('not-done')) return 'not-done';
    return states.includes('done') ? 'done' : 'nothing-stated';
  };
  const merged = Object.fromEntries(checkNames.map((name) => [name, merge(name)])) as States;
  return { ...merged, recipient: 'not-done' };
}
