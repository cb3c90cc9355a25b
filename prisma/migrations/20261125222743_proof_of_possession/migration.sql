-- CreateTable
CREATE TABLE "did_challenge" (
    "challenge" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "did_challenge_pkey" PRIMARY KEY ("challenge")
);

-- CreateTable
CREATE TABLE "wallet_request" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "client_id" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "query" JSONB NOT NULL,
    "standing" TEXT NOT NULL DEFAULT 'waiting',
    "code" TEXT,
    "response_code_hash" TEXT,
    "received" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wallet_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "did_challenge_account_id_idx" ON "did_challenge"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "wallet_request_state_key" ON "wallet_request"("state");

-- CreateIndex
CREATE UNIQUE INDEX "wallet_request_response_code_hash_key" ON "wallet_request"("response_code_hash");

-- CreateIndex
CREATE INDEX "wallet_request_account_id_idx" ON "wallet_request"("account_id");

-- CreateIndex
CREATE INDEX "wallet_request_expires_at_idx" ON "wallet_request"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "proven_did_did_key" ON "proven_did"("did");

-- AddForeignKey
ALTER TABLE "did_challenge" ADD CONSTRAINT "did_challenge_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "wallet_request" ADD CONSTRAINT "wallet_request_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- A DID is one text without fragment; a nonce is long enough not to be guessed.
alter table "proven_did"
  add constraint "proven_did_did_check" check ("did" ~ '^did:[a-z0-9]+:[^#?/\s]+$' and char_length("did") <= 1000);
alter table "did_challenge"
  add constraint "did_challenge_challenge_check" check (char_length("challenge") >= 22);

alter table "wallet_request"
  add constraint "wallet_request_nonce_check" check ("nonce" ~ '^[A-Za-z0-9._~-]{22,}$' and char_length("state") >= 22),
  add constraint "wallet_request_standing_check" check
    ("standing" in ('waiting', 'checking', 'answered', 'done', 'refused')),
  add constraint "wallet_request_code_check" check (("standing" = 'refused') = ("code" is not null)),
  -- What was presented is kept until the browser comes back, and no longer.
  add constraint "wallet_request_received_check" check (("standing" = 'answered') = ("received" is not null)),
  add constraint "wallet_request_times_check" check ("expires_at" > "created_at");

-- Credentials come from wallets, too.
alter table "import_item" drop constraint "import_item_source_check";
alter table "import_item"
  add constraint "import_item_source_check" check ("source" in ('file', 'url', 'paste', 'wallet'));
