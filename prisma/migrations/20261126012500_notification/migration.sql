-- AlterTable
ALTER TABLE "outbox_mail" ADD COLUMN     "action" TEXT;

-- AlterTable
ALTER TABLE "credential_notice" ADD COLUMN     "shown_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "notification" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "href" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateIndex
CREATE INDEX "notification_account_id_at_id_idx" ON "notification"("account_id", "at", "id");

-- CreateIndex
CREATE INDEX "notification_at_idx" ON "notification"("at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_account_id_key_key" ON "notification"("account_id", "key");

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- What was told by mail already is no news for the bell.
update "credential_notice" set "shown_at" = "sent_at";

alter table "credential_notice" drop constraint "credential_notice_kind_check";
alter table "credential_notice"
  add constraint "credential_notice_kind_check" check ("kind" in
    ('ends-90', 'ends-30', 'ends-7', 'revoked', 'suspended', 'unreachable', 'restored'));

-- An action leads somewhere inside the product.
alter table "notification"
  add constraint "notification_href_check" check ("href" ~ '^/([^/]|$)');
