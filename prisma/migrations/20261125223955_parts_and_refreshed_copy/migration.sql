-- AlterTable
ALTER TABLE "credential" ADD COLUMN     "parts" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "refreshed_at" TIMESTAMPTZ(3),
ADD COLUMN     "refreshed_key" TEXT;

-- Parts are a list; a newer copy has its time.
alter table "credential"
  add constraint "credential_parts_check" check (jsonb_typeof("parts") = 'array'),
  add constraint "credential_refreshed_check" check (("refreshed_key" is null) = ("refreshed_at" is null));
