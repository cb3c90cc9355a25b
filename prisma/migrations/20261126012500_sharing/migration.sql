-- AlterTable
ALTER TABLE "candidate" ADD COLUMN     "share_key" UUID NOT NULL DEFAULT gen_random_uuid();

-- AlterTable
ALTER TABLE "credential" ADD COLUMN     "on_profile" BOOLEAN NOT NULL DEFAULT false;
