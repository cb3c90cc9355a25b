import { judgeClaims, judgeTokenDates } from './claims.ts';
import { judgeBadgeShape, judgeDates, judgeEnvelope } from './envelope.ts';
import type { SchemaFact, VcFacts } from './facts.ts';
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
    ...judgeSchemas(facts.schemas),
  ]);
}

/** Only a schema that the credential names itself and that fits its data model is a finding, and a low one (§2.10). */
function judgeSchemas(schemas: readonly SchemaFact[]): Finding[] {
  return schemas
    .filter(({ state }) => state === 'fails')
    .map(({ id, detail }) => ({ code: 'schema', check: 'schema', detail, source: id, soft: true }));
}

/** What is said of the schemas that a credential names. */
export function remarkOnSchemas(schemas: readonly SchemaFact[]): { schema?: string } {
  const idle = schemas.find(({ state }) => state === 'not-run');
  if (idle !== undefined) return { schema: `Every required part is looked for; ${idle.detail}.` };
  return schemas.some(({ state }) => state === 'fits')
    ? { schema: 'It matches the schema that it names.' }
    : {};
}

/** The same fault seen twice is said once. */
export function dropRepeated(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, check, detail }) => {
    const key = `${code} ${check} ${detail}`;
    return !seen.has(key) && seen.add(key);
  });
}
