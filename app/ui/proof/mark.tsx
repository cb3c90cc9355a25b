import type { ReactNode } from 'react';
import type { CheckResult } from './shapes.ts';
import type { Standing } from './standing.ts';

export type MarkKind =
  | 'valid'
  | 'pass'
  | 'met'
  | 'foreign'
  | 'unknown'
  | 'invalid'
  | 'fail'
  | 'na'
  | 'stated'
  | 'partly'
  | 'unmet';

const octagon = 'M5.3 1.6h5.4l3.7 3.7v5.4l-3.7 3.7H5.3l-3.7-3.7V5.3z';
const struck = (
  <>
    <path fill="currentColor" d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" />
    <path d="m4.6 8.3 2.3 2.3 4.6-5" fill="none" stroke="var(--cut-ink,#fff)" strokeWidth="1.9" />
  </>
);
const crossed = (
  <>
    <path fill="currentColor" d="M1.5 1.5h13v13h-13z" />
    <path d="m5 5 6 6m0-6-6 6" stroke="var(--cut-ink,#fff)" strokeWidth="1.9" fill="none" />
  </>
);

/** Drawn on a 16 grid; told apart in greyscale: filled, hollow, square, broken, dash, quotation, half, empty. */
const drawings: Record<MarkKind, ReactNode> = {
  valid: struck,
  pass: struck,
  met: struck,
  foreign: (
    <>
      <path fill="none" stroke="currentColor" strokeWidth="1.5" d={octagon} />
      <path d="m4.9 8.2 2.1 2.1 4.1-4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  unknown: (
    <>
      <circle
        cx="8"
        cy="8"
        r="6.6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray="3 1.9"
      />
      <path
        d="M6 6.3C6 5 6.9 4.3 8 4.3s2 .7 2 1.8c0 1.4-2 1.5-2 3"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
      />
      <circle cx="8" cy="11.3" r="1" fill="currentColor" />
    </>
  ),
  invalid: crossed,
  fail: crossed,
  na: <path d="M4 8h8" stroke="currentColor" strokeWidth="1.6" fill="none" />,
  stated: (
    <path
      fill="currentColor"
      d="M3.2 10.8V8c0-2 1-3.4 3.2-4l.5 1.1c-1 .4-1.5 1-1.6 1.9h1.6v3.8zm6 0V8c0-2 1-3.4 3.2-4l.5 1.1c-1 .4-1.5 1-1.6 1.9h1.6v3.8z"
    />
  ),
  partly: (
    <>
      <path fill="none" stroke="currentColor" strokeWidth="1.5" d={octagon} />
      <path fill="currentColor" d="M5.3 1.6H8v12.8H5.3l-3.7-3.7V5.3z" />
    </>
  ),
  unmet: <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.5" />,
};

/**
 * One of the eight marks, for states of proof only. Without `label` it is decoration beside its word;
 * with `label` it is an image with that name, for dense lists.
 * Sizes: xs 14, s 16, m 20, l 40 px.
 */
export function Mark({
  kind,
  size = 's',
  label,
}: {
  kind: MarkKind;
  size?: 'xs' | 's' | 'm' | 'l';
  label?: string | undefined;
}) {
  const name = size === 's' ? `mk m-${kind}` : `mk ${size} m-${kind}`;
  if (label === undefined) {
    return (
      <svg className={name} viewBox="0 0 16 16" aria-hidden="true">
        {drawings[kind]}
      </svg>
    );
  }
  return (
    <svg className={name} viewBox="0 0 16 16" role="img" aria-label={label}>
      {drawings[kind]}
    </svg>
  );
}

const ofResult: Record<CheckResult, MarkKind> = {
  pass: 'pass',
  fail: 'fail',
  unknown: 'unknown',
  'not-applicable': 'na',
};

/** The mark of one check's result. */
export function markOfResult(result: CheckResult): MarkKind {
  return ofResult[result];
}

/** The mark of a standing; a genuine credential that nobody asked about looks like one of somebody else. */
export function markOfStanding(standing: Standing): MarkKind {
  return standing === 'genuine' ? 'foreign' : standing;
}
