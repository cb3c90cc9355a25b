import { judgeClaims, judgeTokenDates } from './claims.ts';
import { judgeBadgeShape, judgeDates, judgeEnvelope } from './envelope.ts';
import type { VcFacts } from './facts.ts';
import { judgeProofs, judgeToken } from './proof-rules.ts';
import type { Finding } from './report.ts';
import { judgeStatuses } from './status-rules.ts';

/** Every finding about a VCDM credential, whoever it was issued to. Pure: the same facts give the same findings. */
export function judgeVc(facts: VcFacts): Finding[] {
  const { token, graph, now } = facts;
  return dropRepeated([
    ...judgeEnvelope(facts),
    ...(graph.state === 'faulty' ? [graph.finding] : []),
    ...(token === null
      ? judgeProofs(facts)
      : [
          ...judgeToken(token, now),
          ...judgeClaims(token, facts.credential),
          ...judgeTokenDates(token.body, now),
        ]),
    ...judgeDates(facts),
    ...judgeStatuses(facts.statuses),
    ...judgeBadgeShape(facts),
  ]);
}

/** The same fault seen twice is said once. */
export function dropRepeated(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, check, detail }) => {
    const key = `${code} ${check} ${detail}`;
    return !seen.has(key) && seen.add(key);
  });
}
