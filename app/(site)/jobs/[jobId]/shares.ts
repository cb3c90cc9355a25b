import { shareTenths } from '#app/ui/coverage/round-points.ts';
import type { RequirementOutput } from '#server/jobs/schemas.ts';

/** Each requirement's share of 100 points in tenths, adding up to the whole. */
export function sharesOf(requirements: readonly RequirementOutput[]): number[] {
  const whole = requirements.reduce((sum, requirement) => sum + requirement.weight, 0) || 1;
  return shareTenths(
    requirements.map((requirement) => Math.floor((requirement.weight * 100_000_000) / whole)),
    1000,
  );
}
