import { describe, expect, it } from 'vitest';
import { query } from '#tests/support/database.ts';

const person = '01900000-0000-7000-8000-000000000001';

/** Each statement must be refused by the rule that is named: the database holds it, whatever the code does. */
const refused: readonly (readonly [rule: string, statement: string])[] = [
  [
    'member_role_check',
    `insert into member (organization_id, account_id, role) select id, '${person}', 'king' from organization limit 1`,
  ],
  [
    'candidate_visibility_check',
    `insert into candidate (id, display_name, visibility) values (gen_random_uuid(), 'x', 'everyone')`,
  ],
  [
    'job_status_check',
    `insert into job (id, organization_id, reference, title, description, workplace, contract, status) select gen_random_uuid(), id, 'X-1', 't', 'd', 'remote', 'permanent', 'open' from organization limit 1`,
  ],
  [
    'job_pay_range_check',
    `insert into job (id, organization_id, reference, title, description, workplace, contract, pay_min, pay_max) select gen_random_uuid(), id, 'X-2', 't', 'd', 'remote', 'permanent', 5, 1 from organization limit 1`,
  ],
  [
    'job_closed_check',
    `insert into job (id, organization_id, reference, title, description, workplace, contract, status, published_at) select gen_random_uuid(), id, 'X-3', 't', 'd', 'remote', 'permanent', 'closed', now() from organization limit 1`,
  ],
  [
    'import_item_end_check',
    `insert into import_item (candidate_id, id, source, name, size, media_type, state) values ('${person}', gen_random_uuid(), 'file', 'a', 1, 'b', 'done')`,
  ],
  [
    'email_address_folded_check',
    `insert into email_address (id, account_id, address, normalized) values (gen_random_uuid(), '${person}', 'A@b.c', 'A@b.c')`,
  ],
  [
    'email_address_token_check',
    `insert into email_address (id, account_id, address, normalized, token_hash) values (gen_random_uuid(), '${person}', 'a@b.c', 'a@b.c', 'x')`,
  ],
  [
    'organization_slug_check',
    `insert into organization (id, slug, name) values (gen_random_uuid(), 'Not A Slug', 'x')`,
  ],
];

describe('rules of the database', () => {
  it('has the rows that the cases stand on', async () => {
    await query(`insert into account (id, email) values ('${person}', 'rules@example.org')`);
    await query(`insert into candidate (id, display_name) values ('${person}', 'Rules')`);
    await query(`insert into organization (id, slug, name) values ('${person}', 'rules', 'Rules')`);
  });

  it.each(refused)('%s refuses what must never be', async (rule, statement) => {
    await expect(query(statement)).rejects.toThrow(rule);
  });

  it('gives one confirmed address to one account', async () => {
    await query(`insert into account (id, email) values (gen_random_uuid(), 'other@example.org')`);
    const insert = `insert into email_address (id, account_id, address, normalized, confirmed_at) select gen_random_uuid(), id, 'a@b.c', 'a@b.c', now() from account where email = $1`;
    await query(insert, ['rules@example.org']);
    await expect(query(insert, ['other@example.org'])).rejects.toThrow('email_address_confirmed_key');
  });

  it('keeps the audit log append-only', async () => {
    await query(`insert into audit_entry (id, action, subject) values (gen_random_uuid(), 'a', 'b')`);
    await expect(query(`update audit_entry set action = 'c'`)).rejects.toThrow('append-only');
    await expect(query('delete from audit_entry')).rejects.toThrow('append-only');
    await expect(query('truncate audit_entry')).rejects.toThrow('append-only');
  });
});
