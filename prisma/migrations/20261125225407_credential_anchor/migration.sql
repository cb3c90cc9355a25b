-- AlterTable
ALTER TABLE "credential" ADD COLUMN     "anchor" JSONB;

ALTER TABLE "credential" ADD CONSTRAINT "credential_anchor_check" CHECK ("anchor" IS NULL OR jsonb_typeof("anchor") = 'object');
