-- AlterTable
ALTER TABLE "candidate" ADD COLUMN     "notice_mail" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "credential" ADD COLUMN     "last_good_at" TIMESTAMPTZ(3),
ADD COLUMN     "unreachable_since" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "status_list" (
    "url" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'unread',
    "mark" TEXT,
    "problem" TEXT,
    "body" BYTEA,
    "content_type" TEXT,
    "etag" TEXT,
    "fetched_at" TIMESTAMPTZ(3),
    "last_good_at" TIMESTAMPTZ(3),
    "unreachable_since" TIMESTAMPTZ(3),
    "next_fetch_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "status_list_pkey" PRIMARY KEY ("url")
);

-- CreateTable
CREATE TABLE "credential_status" (
    "candidate_id" UUID NOT NULL,
    "credential_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "list_url" TEXT NOT NULL,
    "index" INTEGER,
    "size" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "last_value" INTEGER,
    "list_mark" TEXT,

    CONSTRAINT "credential_status_pkey" PRIMARY KEY ("candidate_id","credential_id","position")
);

-- CreateTable
CREATE TABLE "host_pause" (
    "host" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "ask_again_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "host_pause_pkey" PRIMARY KEY ("host")
);

-- CreateTable
CREATE TABLE "credential_notice" (
    "candidate_id" UUID NOT NULL,
    "credential_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TIMESTAMPTZ(3) NOT NULL,
    "claimed_until" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "credential_notice_pkey" PRIMARY KEY ("candidate_id","credential_id","kind","about")
);

-- CreateIndex
CREATE INDEX "status_list_next_fetch_at_idx" ON "status_list"("next_fetch_at");

-- CreateIndex
CREATE INDEX "credential_status_list_url_idx" ON "credential_status"("list_url");

-- CreateIndex
CREATE INDEX "credential_valid_until_idx" ON "credential"("valid_until");

-- CreateIndex
CREATE INDEX "credential_unreachable_since_idx" ON "credential"("unreachable_since");

-- AddForeignKey
ALTER TABLE "credential_status" ADD CONSTRAINT "credential_status_candidate_id_credential_id_fkey" FOREIGN KEY ("candidate_id", "credential_id") REFERENCES "credential"("candidate_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "credential_status" ADD CONSTRAINT "credential_status_list_url_fkey" FOREIGN KEY ("list_url") REFERENCES "status_list"("url") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "credential_notice" ADD CONSTRAINT "credential_notice_candidate_id_credential_id_fkey" FOREIGN KEY ("candidate_id", "credential_id") REFERENCES "credential"("candidate_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- What must never be.
ALTER TABLE "status_list"
  ADD CONSTRAINT "status_list_kind_check" CHECK ("kind" IN ('bits', 'document')),
  ADD CONSTRAINT "status_list_state_check" CHECK ("state" IN ('unread', 'good', 'distrusted', 'unreachable')),
  ADD CONSTRAINT "status_list_read_check" CHECK (("state" = 'unread') = ("mark" IS NULL)),
  ADD CONSTRAINT "status_list_good_check" CHECK ("state" <> 'good' OR ("body" IS NOT NULL AND "last_good_at" IS NOT NULL)),
  ADD CONSTRAINT "status_list_since_check" CHECK (("state" = 'unreachable') = ("unreachable_since" IS NOT NULL));
ALTER TABLE "credential_status"
  ADD CONSTRAINT "credential_status_standing_check" CHECK ("standing" IN ('set', 'clear', 'unknown')),
  ADD CONSTRAINT "credential_status_size_check" CHECK ("size" BETWEEN 1 AND 8),
  ADD CONSTRAINT "credential_status_index_check" CHECK ("index" >= 0),
  ADD CONSTRAINT "credential_status_value_check" CHECK ("last_value" BETWEEN 0 AND 255);
ALTER TABLE "credential_notice"
  ADD CONSTRAINT "credential_notice_kind_check" CHECK ("kind" IN
    ('ends-90', 'ends-30', 'ends-7', 'revoked', 'suspended', 'unreachable'));
ALTER TABLE "credential"
  ADD CONSTRAINT "credential_unreachable_check" CHECK ("unreachable_since" IS NULL OR "verdict" = 'unknown');
