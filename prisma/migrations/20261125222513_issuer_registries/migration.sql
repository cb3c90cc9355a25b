-- AlterTable
ALTER TABLE "issuer" ADD COLUMN     "homepage" TEXT;

-- AlterTable
ALTER TABLE "issuing_profile" ADD COLUMN     "listings" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "issuer_registry" (
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "parent" TEXT,
    "source" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "detail" TEXT,
    "fetched_at" TIMESTAMPTZ(3),
    "content_hash" TEXT,
    "held_hash" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "failed_since" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "next_look_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "issuer_registry_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "issuer_registry_entry" (
    "registry_name" TEXT NOT NULL,
    "issuer_id" TEXT NOT NULL,
    "name" TEXT,
    "homepage" TEXT,
    "logo" TEXT,
    "location" TEXT,
    "since" TIMESTAMPTZ(3),
    "valid_until" TIMESTAMPTZ(3),
    "scope" TEXT,
    "evidence" TEXT,
    "standing" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "issuer_registry_entry_pkey" PRIMARY KEY ("registry_name","issuer_id")
);

-- CreateTable
CREATE TABLE "issuer_registry_version" (
    "registry_name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "content_hash" TEXT NOT NULL,
    "entries" INTEGER NOT NULL,
    "added" TEXT[],
    "removed" TEXT[],
    "changed" TEXT[],

    CONSTRAINT "issuer_registry_version_pkey" PRIMARY KEY ("registry_name","version")
);

-- CreateTable
CREATE TABLE "issuer_lookup" (
    "registry_name" TEXT NOT NULL,
    "issuer_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "detail" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "failed_since" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "next_ask_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "issuer_lookup_pkey" PRIMARY KEY ("registry_name","issuer_id")
);

-- CreateTable
CREATE TABLE "issuer_key" (
    "issuer_id" TEXT NOT NULL,
    "method_id" TEXT NOT NULL,
    "thumbprint" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "document_hash" TEXT,

    CONSTRAINT "issuer_key_pkey" PRIMARY KEY ("issuer_id","method_id","thumbprint")
);

-- CreateIndex
CREATE INDEX "issuer_registry_entry_issuer_id_idx" ON "issuer_registry_entry"("issuer_id");

-- CreateIndex
CREATE INDEX "issuer_lookup_next_ask_at_idx" ON "issuer_lookup"("next_ask_at");

-- AddForeignKey
ALTER TABLE "issuer_registry_entry" ADD CONSTRAINT "issuer_registry_entry_registry_name_fkey" FOREIGN KEY ("registry_name") REFERENCES "issuer_registry"("name") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "issuer_registry_version" ADD CONSTRAINT "issuer_registry_version_registry_name_fkey" FOREIGN KEY ("registry_name") REFERENCES "issuer_registry"("name") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "issuer_lookup" ADD CONSTRAINT "issuer_lookup_registry_name_fkey" FOREIGN KEY ("registry_name") REFERENCES "issuer_registry"("name") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "issuer_key" ADD CONSTRAINT "issuer_key_issuer_id_fkey" FOREIGN KEY ("issuer_id") REFERENCES "issuer"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
-- What the columns may say.
alter table "issuer_registry"
  add constraint "issuer_registry_type_check"
    check ("type" in ('dcc-legacy', 'dcc-list', 'oidf', 'ebsi', 'own', 'seal-list')),
  add constraint "issuer_registry_state_check"
    check ("state" in ('waiting', 'current', 'unreachable', 'malformed', 'shrunk')),
  add constraint "issuer_registry_failures_check" check ("failures" >= 0);
alter table "issuer_registry_entry"
  add constraint "issuer_registry_entry_standing_check" check ("standing" in ('listed', 'stated')),
  add constraint "issuer_registry_entry_id_check" check (octet_length("issuer_id") <= 2000);
alter table "issuer_lookup"
  add constraint "issuer_lookup_state_check" check ("state" in ('listed', 'absent', 'unreachable', 'refused')),
  add constraint "issuer_lookup_failures_check" check ("failures" >= 0);
alter table "issuer_key"
  add constraint "issuer_key_seen_check" check ("last_seen_at" >= "first_seen_at");

-- Recognition follows from the entries of registries, of which there are none yet.
update "issuer" set "registry_name" = null, "registry" = null;
