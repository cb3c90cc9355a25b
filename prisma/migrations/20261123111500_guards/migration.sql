-- What the first rules left open.

-- Emptying the audit log at a stroke passes by triggers of rows.
create function "refuse_audit_truncate"() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only';
end $$;
create trigger "audit_entry_no_truncate" before truncate on "audit_entry"
  for each statement execute function "refuse_audit_truncate"();

-- The unique index on confirmed addresses holds only if there is one way to write an address.
alter table "email_address"
  add constraint "email_address_folded_check" check ("normalized" = lower("normalized" collate "C")),
  add constraint "email_address_token_check" check (("token_hash" is null) = ("token_expires_at" is null));
