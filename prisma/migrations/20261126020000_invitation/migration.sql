-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "normalized" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "invited_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_organization_id_normalized_key" ON "invitation"("organization_id", "normalized");

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- It is deleted by being accepted or withdrawn, so every row is open or over.
alter table "invitation"
  add constraint "invitation_role_check" check ("role" in ('owner', 'recruiter', 'hiring-manager', 'interviewer', 'auditor')),
  add constraint "invitation_normalized_check" check ("normalized" = lower("normalized" collate "C")),
  add constraint "invitation_times_check" check ("expires_at" > "created_at");
