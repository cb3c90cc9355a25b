import pg from 'pg';

/**
 * Makes a job as crowded as a popular one: everybody who applied for it is copied, with credentials, evidence and
 * grants, until it has `wanted` applications. The copies are rows like any other; verdicts are those of the originals.
 */
export async function crowdJob(databaseUrl: string, jobId: string, wanted: number): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(
      `create temp table twin on commit drop as
       select a.candidate_id as old_id, gen_random_uuid() as new_id
       from application a, generate_series(1, $2::int) n
       where a.job_id = $1 order by n, a.candidate_id
       limit greatest(0, $2::int - (select count(*)::int from application where job_id = $1))`,
      [jobId, wanted],
    );
    // Ids of copies follow from the original's and the new owner's, so that what refers to them finds them.
    const copy = (table: string, column: string, own: string, where = 'true') => `
      insert into "${table}" select (jsonb_populate_record(null::"${table}", to_jsonb(o) || jsonb_build_object(
        '${column}', t.new_id ${own}))).* from twin t join "${table}" o on o."${column}" = t.old_id where ${where}`;
    // Version and variant are set: what is no proper UUID is refused on its way out.
    const id = (column: string) => {
      const hash = `md5(o."${column}"::text || t.new_id::text)`;
      return `, '${column}', overlay(overlay(${hash} placing '8' from 13 for 1) placing 'a' from 17 for 1)::uuid`;
    };
    await client.query(copy('candidate', 'id', ''));
    await client.query(copy('credential', 'candidate_id', id('id')));
    await client.query(copy('skill_evidence', 'candidate_id', id('credential_id')));
    await client.query(copy('application', 'candidate_id', id('id'), `o.job_id = '${jobId}'`));
    await client.query(
      copy(
        'disclosure_grant',
        'candidate_id',
        id('credential_id') + id('application_id'),
        `exists (select 1 from application a where a.candidate_id = o.candidate_id
          and a.id = o.application_id and a.job_id = '${jobId}')`,
      ),
    );
    await client.query('commit');
    const { rows } = await client.query('select count(*)::int as n from application where job_id = $1', [
      jobId,
    ]);
    return rows[0].n;
  } finally {
    await client.end();
  }
}
