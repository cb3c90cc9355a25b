-- AlterTable
ALTER TABLE "job" ADD COLUMN     "queue_gate" TEXT NOT NULL DEFAULT 'every-must';

-- CreateTable
CREATE TABLE "saved_search" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "job_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "bell" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_search_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_search_match" (
    "candidate_id" UUID NOT NULL,
    "search_id" UUID NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_search_match_pkey" PRIMARY KEY ("candidate_id","search_id")
);

-- CreateIndex
CREATE INDEX "saved_search_job_id_idx" ON "saved_search"("job_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_search_organization_id_account_id_job_id_name_key" ON "saved_search"("organization_id", "account_id", "job_id", "name");

-- CreateIndex
CREATE INDEX "saved_search_match_search_id_idx" ON "saved_search_match"("search_id");

-- AddForeignKey
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_organization_id_account_id_fkey" FOREIGN KEY ("organization_id", "account_id") REFERENCES "member"("organization_id", "account_id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "saved_search_match" ADD CONSTRAINT "saved_search_match_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

alter table "job" add constraint "job_queue_gate_check" check ("queue_gate" in ('every-must', 'one-must', 'none'));
alter table "saved_search"
  add constraint "saved_search_name_check" check (char_length("name") between 1 and 80 and "name" = btrim("name")),
  add constraint "saved_search_query_check" check (char_length("query") <= 6000);
