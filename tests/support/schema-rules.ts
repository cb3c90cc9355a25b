import type pg from 'pg';

/** A table is candidate-side if its rows belong to one candidate: `candidate` itself and what carries its id. */
const candidateSide = `
  select c.oid, c.relname as name, case c.relname when 'candidate' then 'id' else 'candidate_id' end as owner
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and (c.relname = 'candidate' or exists (
    select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'candidate_id' and not a.attisdropped))`;

const foreignKeys = `
  select k.oid, k.conname as name, k.conrelid, k.confrelid, k.conkey, k.confkey, k.confupdtype, k.convalidated
  from pg_constraint k join pg_namespace n on n.oid = k.connamespace where n.nspname = 'public' and k.contype = 'f'`;

/** Tables that a cluster copies to every worker: the candidate side may refer to these alone. */
const referenceTables = [
  'skill_scheme',
  'skill',
  'skill_label',
  'skill_relation',
  'issuer',
  'status_list',
  'organization',
  'job',
];

/** Each rule as a query: one text per breach. */
const rules: readonly string[] = [
  `select 'enum ' || t.typname as breach from pg_type t join pg_namespace n on n.oid = t.typnamespace
   where t.typtype = 'e' and n.nspname = 'public'`,

  `with side as (${candidateSide})
   select i.indexrelid::regclass || ' does not begin with ' || side.owner as breach
   from pg_index i join side on side.oid = i.indrelid
   left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
   where i.indisunique and a.attname is distinct from side.owner`,

  `with side as (${candidateSide})
   select side.name || ' has no primary key' as breach from side
   where not exists (select 1 from pg_index i where i.indrelid = side.oid and i.indisprimary)`,

  `with side as (${candidateSide}), fk as (${foreignKeys})
   select fk.name || ' acts on update' as breach from fk join side on side.oid = fk.conrelid
   where fk.confupdtype <> 'a'`,

  `with side as (${candidateSide}), fk as (${foreignKeys})
   select fk.name || ' leaves out ' || mine.owner as breach
   from fk join side mine on mine.oid = fk.conrelid join side theirs on theirs.oid = fk.confrelid
   where not exists (
     select 1 from unnest(fk.conkey, fk.confkey) as pair(here, there)
     join pg_attribute a on a.attrelid = fk.conrelid and a.attnum = pair.here and a.attname = mine.owner
     join pg_attribute b on b.attrelid = fk.confrelid and b.attnum = pair.there and b.attname = theirs.owner)`,

  `with side as (${candidateSide}), fk as (${foreignKeys})
   select fk.name || ' points at the candidate side' as breach from fk
   where fk.confrelid in (select oid from side) and fk.conrelid not in (select oid from side)`,

  `with side as (${candidateSide}), fk as (${foreignKeys})
   select fk.name || ' ties the candidate to a local table' as breach
   from fk join side on side.oid = fk.conrelid join pg_class c on c.oid = fk.confrelid
   where fk.confrelid not in (select oid from side) and c.relname <> all (array['${referenceTables.join("','")}'])`,

  `with fk as (${foreignKeys})
   select fk.name || ' has no index' as breach from fk
   where not exists (
     select 1 from pg_index i
     where i.indrelid = fk.conrelid and i.indisvalid and i.indpred is null
       and (i.indkey::int2[])[0:cardinality(fk.conkey) - 1] @> fk.conkey
       and (i.indkey::int2[])[0:cardinality(fk.conkey) - 1] <@ fk.conkey)`,

  `select 'candidate.id has a default; it must be the account''s id' as breach
   from information_schema.columns
   where table_schema = 'public' and table_name = 'candidate' and column_name = 'id' and column_default is not null`,

  `select k.conname || ' is not validated' as breach
   from pg_constraint k join pg_namespace n on n.oid = k.connamespace
   where n.nspname = 'public' and not k.convalidated`,
];

/** Looks at the catalogue of a migrated database. Returns one text per breach of the rules; empty when all is well. */
export async function findSchemaBreaches(sql: pg.Client): Promise<string[]> {
  const found: string[] = [];
  for (const rule of rules) {
    const { rows } = await sql.query<{ breach: string }>(rule);
    found.push(...rows.map(({ breach }) => breach));
  }
  return found;
}

/** Finds keys and checks in migration text that the author gave no name. Returns the place of each. */
export function findUnnamedKeys(text: string): string[] {
  const plain = text
    .replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''")
    .replace(/--.*$/gm, '')
    .replace(/'(?:[^']|'')*'/g, "''");
  const found: string[] = [];
  for (const match of plain.matchAll(
    /\b(?:primary\s+key|foreign\s+key|unique\s*\(|check\s*\(|references\b)/gi,
  )) {
    const before = plain.slice(0, match.index);
    const clause = before.slice(
      Math.max(before.lastIndexOf(','), before.lastIndexOf('('), before.lastIndexOf(';')) + 1,
    );
    const statement = before.slice(before.lastIndexOf(';') + 1);
    const named = /\bconstraint\s+("[^"]+"|\w+)\s*$/i.test(before) || /\bconstraint\b/i.test(clause);
    // The target of a named foreign key comes after its columns.
    const target = /references/i.test(match[0]) && /foreign\s+key\s*\([^)]*\)\s*$/i.test(before);
    if (!named && !target && /\b(?:create|alter)\s+table\b/i.test(statement)) {
      found.push(plain.slice(Math.max(0, match.index - 40), match.index + 40).trim());
    }
  }
  return found;
}
