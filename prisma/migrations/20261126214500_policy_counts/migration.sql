-- AlterTable
ALTER TABLE "coverage_change" ADD COLUMN     "policy_version" INTEGER;

-- What must never be.
alter table "coverage_change"
  drop constraint "coverage_change_cause_check",
  add constraint "coverage_change_cause_check" check ("cause" in ('sent', 'evidence', 'job', 'policy')),
  add constraint "coverage_change_policy_check" check (("cause" = 'policy') = ("policy_version" is not null));
