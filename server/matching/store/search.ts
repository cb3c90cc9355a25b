import { db, Prisma } from '#server/platform/db.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import type { HitSource } from '../core/hits.ts';

/** A text of somebody that a search looks through. */
export interface PersonText {
  candidateId: string;
  source: HitSource;
  text: string;
}

/**
 * Patterns that find a folded term in a folded column. `lower` of a database with the C locale knows ASCII alone, so
 * that other letters are tried in both cases; the exact rule is `findHits`, this only keeps what cannot match away.
 */
function patternsOf(terms: readonly string[]): string[] {
  const escaped = terms.map((term) => term.replace(/[\\%_]/g, '\\$&'));
  const cased = escaped.flatMap((term) => [
    term,
    term.toUpperCase(),
    term.slice(0, 1).toUpperCase() + term.slice(1),
  ]);
  return [...new Set(cased)].map((term) => `%${term}%`);
}

/** A column without marks over letters, in small letters. Plain PostgreSQL: no extension, no dictionary. */
const folded = (column: Prisma.Sql) =>
  Prisma.sql`lower(regexp_replace(normalize(${column}, NFD), '[\\u0300-\\u036f]', '', 'g'))`;

const matches = (column: Prisma.Sql, patterns: readonly string[]) =>
  Prisma.sql`${folded(column)} like any(${[...patterns]}::text[])`;

const title = Prisma.sql`k.title`;
const issuer = Prisma.sql`coalesce(i.registry_name, k.view->'issuer'->>'name', '')`;
const label = Prisma.sql`l.text`;

/** Texts of a set of credentials `p (candidate_id, credential_id)`: their titles, issuers, and names of their skills. */
const credentialTexts = (patterns: readonly string[]) => Prisma.sql`
  select p.candidate_id as "candidateId", 'title' as source, k.title as text
    from p join credential k on k.candidate_id = p.candidate_id and k.id = p.credential_id
   where ${matches(title, patterns)}
  union select p.candidate_id, 'issuer', ${issuer}
    from p join credential k on k.candidate_id = p.candidate_id and k.id = p.credential_id
           left join issuer i on i.id = k.issuer_id
   where ${matches(issuer, patterns)}
  union select p.candidate_id, 'skill', l.text
    from p join skill_evidence e on e.candidate_id = p.candidate_id and e.credential_id = p.credential_id
           join skill_label l on l.skill_key = e.skill_key and l.kind in ('pref', 'alt')
   where ${matches(label, patterns)}`;

/** What issuers wrote of a set of credentials `p`: description, criteria, and each piece of work that they attached. */
const issuerTexts = (patterns: readonly string[]) => Prisma.sql`
  select p.candidate_id, 'text', w.text
    from p join credential k on k.candidate_id = p.candidate_id and k.id = p.credential_id
           cross join lateral (
             select k.view->>'description' as text
             union all select k.view->>'criteria'
             union all select concat_ws(': ', e->>'name', coalesce(e->>'narrative', e->>'description'))
                         from jsonb_array_elements(coalesce(k.view->'evidence', '[]')) e) w
   where w.text is not null and ${matches(Prisma.sql`w.text`, patterns)}`;

/** Texts that applicants gave to this employer and that may hold one of the terms: proofs they disclosed with their texts, their note. */
export function searchApplicants(
  scope: OrgScope,
  jobId: string,
  candidateIds: readonly string[],
  terms: readonly string[],
): Promise<PersonText[]> {
  const patterns = patternsOf(terms);
  return db().$queryRaw<PersonText[]>`
    with a as (
      select a.candidate_id, a.id, a.note from application a
       where a.job_id = ${jobId}::uuid and a.organization_id = ${scope.organizationId}::uuid
         and a.stage <> 'withdrawn' and a.candidate_id = any(${[...candidateIds]}::uuid[])),
    p as (
      select g.candidate_id, g.credential_id from a
        join disclosure_grant g on g.candidate_id = a.candidate_id and g.application_id = a.id)
    ${credentialTexts(patterns)}
    union ${issuerTexts(patterns)}
    union select a.candidate_id, 'note', a.note from a where ${matches(Prisma.sql`a.note`, patterns)}`;
}

/** Texts of people who let employers find them: the credentials behind their evidence. */
export function searchFindable(
  scope: OrgScope,
  candidateIds: readonly string[],
  terms: readonly string[],
): Promise<PersonText[]> {
  return db().$queryRaw<PersonText[]>`
    with p as (
      select e.candidate_id, e.credential_id from skill_evidence e
        join candidate c on c.id = e.candidate_id and c.visibility in ('recruiters', 'public')
       where e.candidate_id = any(${[...candidateIds]}::uuid[]) and ${unblocked(scope)}
       group by e.candidate_id, e.credential_id)
    ${credentialTexts(patternsOf(terms))}`;
}

const unblocked = (scope: OrgScope) => Prisma.sql`
  not exists (select 1 from candidate_block b
               where b.candidate_id = c.id and b.organization_id = ${scope.organizationId}::uuid)`;

/** What people show to employers beside their proofs; who shows nothing is absent. */
export async function listShown(
  scope: OrgScope,
  candidateIds: readonly string[],
): Promise<Map<string, { headline: string | null; place: string | null }>> {
  const rows = await db().$queryRaw<{ id: string; headline: string | null; place: string | null }[]>`
    select c.id, c.headline, nullif(btrim(c.place), '') as place from candidate c
     where c.id = any(${[...candidateIds]}::uuid[]) and c.visibility in ('recruiters', 'public')
       and ${unblocked(scope)}`;
  return new Map(rows.map(({ id, headline, place }) => [id, { headline, place }]));
}

/** Kind and date of issue of credentials whose evidence was read, by credential id. */
export async function listCredentialFacts(
  pairs: readonly { candidateId: string; credentialId: string }[],
): Promise<Map<string, { kind: string; issuedAt: Date | null }>> {
  const candidateIds = [...new Set(pairs.map((pair) => pair.candidateId))];
  const credentialIds = [...new Set(pairs.map((pair) => pair.credentialId))];
  const rows = await db().$queryRaw<{ id: string; kind: string; issuedAt: Date | null }[]>`
    select k.id, k.kind, coalesce(k.issued_at, k.valid_from) as "issuedAt" from credential k
     where k.candidate_id = any(${candidateIds}::uuid[]) and k.id = any(${credentialIds}::uuid[])`;
  return new Map(rows.map(({ id, kind, issuedAt }) => [id, { kind, issuedAt }]));
}

/** Labels of skills by their keys. */
export async function listSkillLabels(keys: readonly number[]): Promise<Map<number, string>> {
  if (keys.length === 0) return new Map();
  const rows = await db().skill.findMany({
    where: { key: { in: [...keys] } },
    select: { key: true, label: true },
    take: keys.length,
  });
  return new Map(rows.map(({ key, label }) => [key, label]));
}

/** Skills that applicants of a job have proven with what they disclosed, the commonest first. */
export function listProvenSkills(
  scope: OrgScope,
  jobId: string,
  take: number,
): Promise<{ skillKey: number; label: string; people: number }[]> {
  return db().$queryRaw<{ skillKey: number; label: string; people: number }[]>`
    select s.key as "skillKey", s.label, count(distinct e.candidate_id)::int as people
      from application a
      join disclosure_grant g on g.candidate_id = a.candidate_id and g.application_id = a.id
      join skill_evidence e on e.candidate_id = g.candidate_id and e.credential_id = g.credential_id
      join skill s on s.key = e.skill_key
     where a.job_id = ${jobId}::uuid and a.organization_id = ${scope.organizationId}::uuid
       and a.stage <> 'withdrawn' and e.standing = 'stands'
     group by s.key, s.label
     order by people desc, s.label, s.key
     limit ${take}`;
}
