-- CreateTable
CREATE TABLE "trust_policy" (
    "organization_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "author_id" UUID,
    "reason" TEXT NOT NULL,
    "restores" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "trust_policy_pkey" PRIMARY KEY ("organization_id","version")
);

-- AddForeignKey
ALTER TABLE "trust_policy" ADD CONSTRAINT "trust_policy_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- The newest version is the one in force: there is always exactly one, and 0 stands for "no policy yet".
alter table "trust_policy"
  add constraint "trust_policy_version_check" check ("version" > 0),
  add constraint "trust_policy_restores_check" check ("restores" is null or ("restores" >= 0 and "restores" < "version")),
  add constraint "trust_policy_rules_check" check (jsonb_typeof("rules") = 'object'),
  add constraint "trust_policy_reason_check" check (char_length("reason") <= 500);

-- A version says what counted at a time; a change is a new version. It goes only together with its organisation.
create function "refuse_policy_change"() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and not exists (select 1 from "organization" where "id" = old."organization_id") then
    return old;
  end if;
  raise exception 'a version of a trust policy does not change';
end $$;
create trigger "trust_policy_no_change" before update or delete on "trust_policy"
  for each row execute function "refuse_policy_change"();
create trigger "trust_policy_no_truncate" before truncate on "trust_policy"
  for each statement execute function "refuse_policy_change"();
