-- AlterTable
ALTER TABLE "credential" ADD COLUMN     "deciding_detail" TEXT,
ADD COLUMN     "deciding_source" TEXT;
