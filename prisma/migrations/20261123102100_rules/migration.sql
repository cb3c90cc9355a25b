-- What must never be, held by the database. Checks stand for enums: a type would not survive sharding.

alter table "email_address"
  add constraint "email_address_normalized_check" check ("normalized" = btrim("normalized") and "normalized" <> '');
create unique index "email_address_confirmed_key" on "email_address" ("normalized") where "confirmed_at" is not null;

alter table "organization"
  add constraint "organization_slug_check" check ("slug" ~ '^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$'),
  add constraint "organization_answer_days_check" check ("answer_days" between 1 and 90);
alter table "member"
  add constraint "member_role_check" check ("role" in ('owner', 'recruiter', 'hiring-manager', 'interviewer', 'auditor'));

create function "refuse_audit_change"() returns trigger language plpgsql as $$
begin
  -- The one change allowed is the organisation's own deletion, which unties its entries.
  if tg_op = 'UPDATE' and new.organization_id is null
     and (new.id, new.actor_id, new.action, new.subject, new.details, new.at)
         is not distinct from (old.id, old.actor_id, old.action, old.subject, old.details, old.at) then
    return new;
  end if;
  raise exception 'the audit log is append-only';
end $$;
create trigger "audit_entry_append_only" before update or delete on "audit_entry"
  for each row execute function "refuse_audit_change"();

alter table "skill" add constraint "skill_status_check" check ("status" in ('current', 'retired'));
alter table "skill_label" add constraint "skill_label_kind_check" check ("kind" in ('pref', 'alt', 'hidden', 'local'));
alter table "skill_relation"
  add constraint "skill_relation_kind_check" check ("kind" in ('broader', 'exactMatch', 'closeMatch', 'related')),
  add constraint "skill_relation_self_check" check ("from_key" <> "to_key"),
  add constraint "skill_relation_confidence_check" check ("confidence" between 0 and 1);

alter table "candidate"
  add constraint "candidate_visibility_check" check ("visibility" in ('private', 'link', 'recruiters', 'public'));

alter table "credential"
  add constraint "credential_kind_check" check ("kind" in ('badge', 'certificate', 'portfolio')),
  add constraint "credential_verdict_check" check ("verdict" in ('valid', 'invalid', 'unknown')),
  add constraint "credential_code_check" check (("verdict" = 'valid') = ("deciding_code" is null)),
  add constraint "credential_bound_check" check ("bound" in ('yes', 'no', 'not-asked')),
  add constraint "credential_tier_check" check ("tier" between 0 and 5);
alter table "verification_run"
  add constraint "verification_run_trigger_check" check ("trigger" in ('import', 'recheck', 'request')),
  add constraint "verification_run_verdict_check" check ("verdict" in ('valid', 'invalid', 'unknown')),
  add constraint "verification_run_code_check" check (("verdict" = 'valid') = ("deciding_code" is null)),
  add constraint "verification_run_bound_check" check ("bound" in ('yes', 'no', 'not-asked'));
alter table "check_result"
  add constraint "check_result_name_check" check ("name" in
    ('well-formed', 'proof', 'issuer', 'recipient', 'dates', 'status', 'schema', 'endorsements')),
  add constraint "check_result_result_check" check ("result" in ('pass', 'fail', 'unknown', 'not-applicable'));
alter table "skill_evidence"
  add constraint "skill_evidence_level_check" check ("level" between 1 and 4),
  add constraint "skill_evidence_tier_check" check ("tier" between 0 and 5),
  add constraint "skill_evidence_standing_check" check ("standing" in ('stands', 'unknown')),
  add constraint "skill_evidence_origin_check" check ("origin" in ('alignment', 'tag-confirmed'));
alter table "skill_proposal"
  add constraint "skill_proposal_source_check" check ("source" in ('tag', 'name')),
  add constraint "skill_proposal_state_check" check ("state" in ('proposed', 'confirmed', 'dismissed')),
  add constraint "skill_proposal_level_check" check ("level" between 1 and 4),
  add constraint "skill_proposal_confidence_check" check ("confidence" between 0 and 1);
alter table "import_item"
  add constraint "import_item_source_check" check ("source" in ('file', 'url', 'paste')),
  add constraint "import_item_state_check" check ("state" in
    ('received', 'reading', 'checking', 'reading-skills', 'done', 'refused')),
  add constraint "import_item_end_check" check (("state" in ('done', 'refused')) = ("finished_at" is not null)),
  add constraint "import_item_code_check" check ("state" <> 'refused' or "code" is not null);

alter table "job"
  add constraint "job_workplace_check" check ("workplace" in ('onsite', 'hybrid', 'remote')),
  add constraint "job_contract_check" check ("contract" in
    ('permanent', 'temporary', 'part-time', 'internship', 'freelance')),
  add constraint "job_pay_period_check" check ("pay_period" in ('year', 'month', 'day', 'hour')),
  add constraint "job_pay_currency_check" check ("pay_currency" ~ '^[A-Z]{3}$'),
  add constraint "job_pay_range_check" check ("pay_min" >= 0 and ("pay_max" is null or "pay_max" >= "pay_min")),
  add constraint "job_status_check" check ("status" in ('draft', 'published', 'closed')),
  add constraint "job_published_check" check ("status" <> 'published' or "published_at" is not null),
  add constraint "job_closed_check" check (("status" = 'closed') = ("closed_at" is not null));
alter table "requirement"
  add constraint "requirement_weight_check" check ("weight" between 1 and 9),
  add constraint "requirement_level_check" check ("min_level" between 1 and 4),
  add constraint "requirement_tier_check" check ("min_tier" between 0 and 5);

alter table "application"
  add constraint "application_stage_check" check ("stage" in
    ('applied', 'screen', 'task', 'interview', 'offer', 'hired', 'declined', 'withdrawn')),
  add constraint "application_decline_check" check (("stage" = 'declined') = ("notice_at" is not null and "decline_reason" is not null)),
  add constraint "application_withdrawn_check" check (("stage" = 'withdrawn') = ("withdrawn_at" is not null));
alter table "stage_change"
  add constraint "stage_change_actor_check" check ("to_stage" <> 'declined' or "actor_id" is not null);
alter table "issued_credential"
  add constraint "issued_credential_index_check" check ("status_index" >= 0);
