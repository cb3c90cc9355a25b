/** What the page knows of somebody's coverage. Amounts in micro-points: 100 points are 100 000 000. */

export type RequirementStatus = 'met' | 'partly' | 'unmet' | 'unknown';

/** One requirement of a job in its fixed order, with what somebody has proven of it. */
export type CoveragePart = {
  requirementId: string;
  /** "Kubernetes or Nomad". */
  label: string;
  /** 2–8 letters for the ruler. */
  short: string;
  weight: number;
  must: boolean;
  status: RequirementStatus;
  pointsMicro: number;
  ofMicro: number;
};

export type Coverage =
  | { kind: 'no-score' }
  | {
      kind: 'score';
      totalMicro: number;
      unknownMicro: number;
      missingMicro: number;
      mustsMet: boolean;
      parts: readonly CoveragePart[];
    };
