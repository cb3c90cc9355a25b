-- CreateTable
CREATE TABLE "issuer_count" (
    "issuer_id" TEXT NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,
    "seen" JSONB NOT NULL,

    CONSTRAINT "issuer_count_pkey" PRIMARY KEY ("issuer_id")
);

-- AddForeignKey
ALTER TABLE "issuer_count" ADD CONSTRAINT "issuer_count_issuer_id_fkey" FOREIGN KEY ("issuer_id") REFERENCES "issuer"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
