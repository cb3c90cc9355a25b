-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "mailed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "coverage_change" (
    "candidate_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "job_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT NOT NULL,
    "credential_id" UUID,
    "check" TEXT,
    "code" TEXT,
    "total_micro" INTEGER NOT NULL,
    "unknown_micro" INTEGER NOT NULL,
    "musts_met" BOOLEAN NOT NULL,
    "parts" JSONB NOT NULL,

    CONSTRAINT "coverage_change_pkey" PRIMARY KEY ("candidate_id","application_id","version")
);

-- CreateTable
CREATE TABLE "rank_view" (
    "account_id" UUID NOT NULL,
    "job_id" UUID NOT NULL,
    "base_at" TIMESTAMPTZ(3) NOT NULL,
    "base_order" JSONB NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_order" JSONB NOT NULL,

    CONSTRAINT "rank_view_pkey" PRIMARY KEY ("account_id","job_id")
);

-- CreateIndex
CREATE INDEX "coverage_change_job_id_at_idx" ON "coverage_change"("job_id", "at");

-- CreateIndex
CREATE INDEX "rank_view_job_id_idx" ON "rank_view"("job_id");

-- AddForeignKey
ALTER TABLE "coverage_change" ADD CONSTRAINT "coverage_change_candidate_id_application_id_fkey" FOREIGN KEY ("candidate_id", "application_id") REFERENCES "application"("candidate_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rank_view" ADD CONSTRAINT "rank_view_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rank_view" ADD CONSTRAINT "rank_view_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- What must never be.
alter table "coverage_change"
  add constraint "coverage_change_version_check" check ("version" > 0),
  add constraint "coverage_change_cause_check" check ("cause" in ('sent', 'evidence', 'job')),
  add constraint "coverage_change_first_check" check (("version" = 1) = ("cause" = 'sent')),
  add constraint "coverage_change_points_check" check
    ("total_micro" between 0 and 100000000 and "unknown_micro" between 0 and 100000000);
