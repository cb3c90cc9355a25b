-- AlterTable
ALTER TABLE "job" ADD COLUMN "names_hidden_until" TEXT;

-- AlterTable
ALTER TABLE "application" ADD COLUMN "alias" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "revealed_at" TIMESTAMPTZ(3);

-- The stages that a job may hide names until.
alter table "job"
  add constraint "job_names_hidden_until_check"
  check ("names_hidden_until" in ('screen', 'task', 'interview', 'offer'));

-- Numbers for the applications there are: no two of a job alike, and in no order that tells who came first.
update "application" a set "alias" = 1000 + (n.at * 7919) % 9000
  from (select "candidate_id", "id", row_number() over (partition by "job_id" order by "id") as at
          from "application") n
 where a."candidate_id" = n."candidate_id" and a."id" = n."id";
alter table "application" alter column "alias" drop default;
