-- CreateTable
CREATE TABLE "data_export" (
    "candidate_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "ready_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "storage_key" TEXT,
    "size" INTEGER,

    CONSTRAINT "data_export_pkey" PRIMARY KEY ("candidate_id","id")
);

-- CreateIndex
CREATE INDEX "data_export_expires_at_idx" ON "data_export"("expires_at");

-- AddForeignKey
ALTER TABLE "data_export" ADD CONSTRAINT "data_export_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

alter table "data_export"
  add constraint "data_export_state_check" check ("state" in ('waiting', 'ready', 'failed')),
  add constraint "data_export_ready_check" check (("state" = 'ready') = ("storage_key" is not null));
