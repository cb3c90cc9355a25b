-- AlterTable
ALTER TABLE "job" ADD COLUMN     "silence_told_at" TIMESTAMPTZ(3),
ADD COLUMN     "silent_since" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "interview" (
    "candidate_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "zone" TEXT NOT NULL,
    "place" TEXT,
    "link" TEXT,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "cancelled_at" TIMESTAMPTZ(3),
    "actor_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "told_sequence" INTEGER NOT NULL DEFAULT -1,

    CONSTRAINT "interview_pkey" PRIMARY KEY ("candidate_id","id")
);

-- CreateTable
CREATE TABLE "contest" (
    "candidate_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "change_id" UUID NOT NULL,
    "text" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "outcome" TEXT,
    "answer" TEXT,

    CONSTRAINT "contest_pkey" PRIMARY KEY ("candidate_id","id")
);

-- CreateIndex
CREATE INDEX "interview_candidate_id_application_id_starts_at_idx" ON "interview"("candidate_id", "application_id", "starts_at");

-- CreateIndex
CREATE INDEX "interview_id_idx" ON "interview"("id");

-- CreateIndex
CREATE INDEX "contest_candidate_id_application_id_idx" ON "contest"("candidate_id", "application_id");

-- CreateIndex
CREATE UNIQUE INDEX "contest_candidate_id_change_id_key" ON "contest"("candidate_id", "change_id");

-- AddForeignKey
ALTER TABLE "interview" ADD CONSTRAINT "interview_candidate_id_application_id_fkey" FOREIGN KEY ("candidate_id", "application_id") REFERENCES "application"("candidate_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "contest" ADD CONSTRAINT "contest_candidate_id_application_id_fkey" FOREIGN KEY ("candidate_id", "application_id") REFERENCES "application"("candidate_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "contest" ADD CONSTRAINT "contest_candidate_id_change_id_fkey" FOREIGN KEY ("candidate_id", "change_id") REFERENCES "stage_change"("candidate_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- What must never be.
ALTER TABLE "interview"
  ADD CONSTRAINT "interview_minutes_check" CHECK ("minutes" BETWEEN 5 AND 480),
  ADD CONSTRAINT "interview_where_check" CHECK ("place" IS NOT NULL OR "link" IS NOT NULL),
  ADD CONSTRAINT "interview_sequence_check" CHECK ("sequence" >= 0 AND "told_sequence" BETWEEN -1 AND "sequence");
ALTER TABLE "contest"
  ADD CONSTRAINT "contest_outcome_check" CHECK ("outcome" IN ('stands', 'reopened')),
  ADD CONSTRAINT "contest_closed_check" CHECK (
    ("closed_at" IS NULL) = ("outcome" IS NULL) AND ("closed_at" IS NULL) = ("answer" IS NULL)
    AND ("closed_at" IS NULL) = ("closed_by_id" IS NULL) AND "answer" <> '');
ALTER TABLE "job"
  ADD CONSTRAINT "job_silent_check" CHECK ("silent_since" IS NULL OR "status" = 'closed');
