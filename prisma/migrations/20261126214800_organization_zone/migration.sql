-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "time_zone" TEXT;
