-- AlterTable
ALTER TABLE "application" ADD COLUMN     "notice_sent_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "application_note" (
    "candidate_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "application_note_pkey" PRIMARY KEY ("candidate_id","id")
);

-- CreateTable
CREATE TABLE "job_stage" (
    "job_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "name" TEXT,

    CONSTRAINT "job_stage_pkey" PRIMARY KEY ("job_id","position")
);

-- CreateIndex
CREATE INDEX "application_note_candidate_id_application_id_at_idx" ON "application_note"("candidate_id", "application_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "job_stage_job_id_stage_key" ON "job_stage"("job_id", "stage");

-- AddForeignKey
ALTER TABLE "application_note" ADD CONSTRAINT "application_note_candidate_id_application_id_fkey" FOREIGN KEY ("candidate_id", "application_id") REFERENCES "application"("candidate_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "job_stage" ADD CONSTRAINT "job_stage_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- What must never be.
ALTER TABLE "application"
  ADD CONSTRAINT "application_notice_sent_check" CHECK ("notice_sent_at" IS NULL OR "stage" = 'declined');
ALTER TABLE "application_note"
  ADD CONSTRAINT "application_note_text_check" CHECK ("text" <> '');
ALTER TABLE "job_stage"
  ADD CONSTRAINT "job_stage_stage_check" CHECK ("stage" IN ('applied', 'screen', 'task', 'interview', 'offer')),
  ADD CONSTRAINT "job_stage_name_check" CHECK ("name" <> ''),
  ADD CONSTRAINT "job_stage_position_check" CHECK ("position" >= 0);
