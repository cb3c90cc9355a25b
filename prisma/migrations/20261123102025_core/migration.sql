-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "name" TEXT,
    "email" TEXT NOT NULL,
    "email_verified" TIMESTAMPTZ(3),
    "image" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_method" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "refresh_token" TEXT,
    "access_token" TEXT,
    "expires_at" INTEGER,
    "token_type" TEXT,
    "scope" TEXT,
    "id_token" TEXT,
    "session_state" TEXT,

    CONSTRAINT "sign_in_method_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "session_token" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_token" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL
);

-- CreateTable
CREATE TABLE "email_address" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "normalized" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "token_hash" TEXT,
    "token_expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "email_address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proven_did" (
    "account_id" UUID NOT NULL,
    "did" TEXT NOT NULL,
    "proven_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proven_did_pkey" PRIMARY KEY ("account_id","did")
);

-- CreateTable
CREATE TABLE "application" (
    "candidate_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "job_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "stage" TEXT NOT NULL DEFAULT 'applied',
    "stage_since" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3) NOT NULL,
    "phone" TEXT,
    "available_from" TEXT,
    "note" TEXT,
    "notice_at" TIMESTAMPTZ(3),
    "decline_reason" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "display_name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "application_pkey" PRIMARY KEY ("candidate_id","id")
);

-- CreateTable
CREATE TABLE "disclosure_grant" (
    "candidate_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "credential_id" UUID NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "disclosure_grant_pkey" PRIMARY KEY ("candidate_id","application_id","credential_id")
);

-- CreateTable
CREATE TABLE "stage_change" (
    "candidate_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "from_stage" TEXT,
    "to_stage" TEXT NOT NULL,
    "actor_id" UUID,
    "reason" TEXT,
    "receipt" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "stage_change_pkey" PRIMARY KEY ("candidate_id","id")
);

-- CreateTable
CREATE TABLE "candidate" (
    "id" UUID NOT NULL,
    "display_name" TEXT NOT NULL,
    "headline" TEXT,
    "place" TEXT,
    "phone" TEXT,
    "availability" TEXT,
    "visibility" TEXT NOT NULL DEFAULT 'private',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "candidate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stated_skill" (
    "candidate_id" UUID NOT NULL,
    "skill_key" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stated_skill_pkey" PRIMARY KEY ("candidate_id","skill_key")
);

-- CreateTable
CREATE TABLE "candidate_block" (
    "candidate_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "candidate_block_pkey" PRIMARY KEY ("candidate_id","organization_id")
);

-- CreateTable
CREATE TABLE "issuer" (
    "id" TEXT NOT NULL,
    "claimed_name" TEXT NOT NULL,
    "registry_name" TEXT,
    "registry" TEXT,
    "url" TEXT,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "issuer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "candidate_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "container" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "issuer_id" TEXT,
    "issued_at" TIMESTAMPTZ(3),
    "valid_from" TIMESTAMPTZ(3),
    "valid_until" TIMESTAMPTZ(3),
    "view" JSONB NOT NULL,
    "original_key" TEXT NOT NULL,
    "original_name" TEXT NOT NULL,
    "original_size" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "source_url" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "verdict" TEXT NOT NULL,
    "deciding_code" TEXT,
    "bound" TEXT NOT NULL,
    "tier" INTEGER NOT NULL,
    "tier_rule" TEXT NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "verdict_since" TIMESTAMPTZ(3) NOT NULL,
    "next_check_at" TIMESTAMPTZ(3) NOT NULL,
    "status_lists" TEXT[],
    "public_link" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("candidate_id","id")
);

-- CreateTable
CREATE TABLE "verification_run" (
    "candidate_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "credential_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "trigger" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "deciding_code" TEXT,
    "bound" TEXT NOT NULL,
    "took_ms" INTEGER NOT NULL,

    CONSTRAINT "verification_run_pkey" PRIMARY KEY ("candidate_id","id")
);

-- CreateTable
CREATE TABLE "check_result" (
    "candidate_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "source" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "took_ms" INTEGER NOT NULL,

    CONSTRAINT "check_result_pkey" PRIMARY KEY ("candidate_id","run_id","name")
);

-- CreateTable
CREATE TABLE "skill_evidence" (
    "candidate_id" UUID NOT NULL,
    "credential_id" UUID NOT NULL,
    "skill_key" INTEGER NOT NULL,
    "level" INTEGER,
    "tier" INTEGER NOT NULL,
    "issuer_id" TEXT,
    "standing" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "valid_from" TIMESTAMPTZ(3),
    "valid_until" TIMESTAMPTZ(3),
    "rule_set" INTEGER NOT NULL,

    CONSTRAINT "skill_evidence_pkey" PRIMARY KEY ("candidate_id","credential_id","skill_key")
);

-- CreateTable
CREATE TABLE "skill_proposal" (
    "candidate_id" UUID NOT NULL,
    "credential_id" UUID NOT NULL,
    "skill_key" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "level" INTEGER,
    "named_by_issuer" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "skill_proposal_pkey" PRIMARY KEY ("candidate_id","credential_id","skill_key")
);

-- CreateTable
CREATE TABLE "import_item" (
    "candidate_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "original_key" TEXT,
    "media_type" TEXT NOT NULL,
    "url" TEXT,
    "state" TEXT NOT NULL DEFAULT 'received',
    "code" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',
    "credential_id" UUID,
    "duplicate" BOOLEAN NOT NULL DEFAULT false,
    "dismissed" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_item_pkey" PRIMARY KEY ("candidate_id","id")
);

-- CreateTable
CREATE TABLE "issuing_profile" (
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "issuer_id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "private_jwk" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "issuing_profile_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "issued_credential" (
    "id" UUID NOT NULL,
    "profile_slug" TEXT NOT NULL,
    "status_index" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "recipient_name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_reason" TEXT,

    CONSTRAINT "issued_credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "workplace" TEXT NOT NULL,
    "place" TEXT,
    "contract" TEXT NOT NULL,
    "pay_min" INTEGER,
    "pay_max" INTEGER,
    "pay_currency" TEXT,
    "pay_period" TEXT,
    "degree_needed" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "published_at" TIMESTAMPTZ(3),
    "valid_through" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "requirement" (
    "id" UUID NOT NULL,
    "job_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "must" BOOLEAN NOT NULL,
    "weight" INTEGER NOT NULL,
    "min_level" INTEGER,
    "min_tier" INTEGER NOT NULL DEFAULT 0,
    "short_label" TEXT,

    CONSTRAINT "requirement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "requirement_skill" (
    "requirement_id" UUID NOT NULL,
    "skill_key" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "requirement_skill_pkey" PRIMARY KEY ("requirement_id","skill_key")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "website" TEXT,
    "answer_days" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "organization_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pkey" PRIMARY KEY ("organization_id","account_id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "organization_id" UUID,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_mail" (
    "id" UUID NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "link" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "skill_scheme" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "attribution" TEXT,

    CONSTRAINT "skill_scheme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "skill" (
    "key" SERIAL NOT NULL,
    "scheme_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "area" TEXT,
    "status" TEXT NOT NULL DEFAULT 'current',
    "replaced_by_key" INTEGER,

    CONSTRAINT "skill_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "skill_label" (
    "skill_key" INTEGER NOT NULL,
    "norm" TEXT NOT NULL,
    "lang" TEXT NOT NULL DEFAULT 'en',
    "text" TEXT NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "skill_label_pkey" PRIMARY KEY ("skill_key","lang","norm")
);

-- CreateTable
CREATE TABLE "skill_relation" (
    "from_key" INTEGER NOT NULL,
    "to_key" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL DEFAULT 1,

    CONSTRAINT "skill_relation_pkey" PRIMARY KEY ("from_key","kind","to_key")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE INDEX "sign_in_method_account_id_idx" ON "sign_in_method"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_method_provider_provider_account_id_key" ON "sign_in_method"("provider", "provider_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_session_token_key" ON "session"("session_token");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_token_token_key" ON "sign_in_token"("token");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_token_identifier_token_key" ON "sign_in_token"("identifier", "token");

-- CreateIndex
CREATE UNIQUE INDEX "email_address_token_hash_key" ON "email_address"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "email_address_account_id_normalized_key" ON "email_address"("account_id", "normalized");

-- CreateIndex
CREATE INDEX "application_job_id_stage_idx" ON "application"("job_id", "stage");

-- CreateIndex
CREATE INDEX "application_organization_id_stage_idx" ON "application"("organization_id", "stage");

-- CreateIndex
CREATE UNIQUE INDEX "application_candidate_id_job_id_key" ON "application"("candidate_id", "job_id");

-- CreateIndex
CREATE INDEX "disclosure_grant_candidate_id_credential_id_idx" ON "disclosure_grant"("candidate_id", "credential_id");

-- CreateIndex
CREATE INDEX "stage_change_candidate_id_application_id_at_idx" ON "stage_change"("candidate_id", "application_id", "at");

-- CreateIndex
CREATE INDEX "stated_skill_skill_key_idx" ON "stated_skill"("skill_key");

-- CreateIndex
CREATE INDEX "candidate_block_organization_id_candidate_id_idx" ON "candidate_block"("organization_id", "candidate_id");

-- CreateIndex
CREATE INDEX "credential_next_check_at_idx" ON "credential"("next_check_at");

-- CreateIndex
CREATE INDEX "credential_issuer_id_idx" ON "credential"("issuer_id");

-- CreateIndex
CREATE UNIQUE INDEX "credential_candidate_id_digest_key" ON "credential"("candidate_id", "digest");

-- CreateIndex
CREATE INDEX "verification_run_candidate_id_credential_id_at_idx" ON "verification_run"("candidate_id", "credential_id", "at");

-- CreateIndex
CREATE INDEX "skill_evidence_skill_key_candidate_id_idx" ON "skill_evidence"("skill_key", "candidate_id");

-- CreateIndex
CREATE INDEX "skill_evidence_issuer_id_idx" ON "skill_evidence"("issuer_id");

-- CreateIndex
CREATE INDEX "skill_proposal_skill_key_idx" ON "skill_proposal"("skill_key");

-- CreateIndex
CREATE UNIQUE INDEX "issued_credential_profile_slug_status_index_key" ON "issued_credential"("profile_slug", "status_index");

-- CreateIndex
CREATE INDEX "job_organization_id_status_idx" ON "job"("organization_id", "status");

-- CreateIndex
CREATE INDEX "job_status_published_at_id_idx" ON "job"("status", "published_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "job_organization_id_reference_key" ON "job"("organization_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "requirement_job_id_position_key" ON "requirement"("job_id", "position");

-- CreateIndex
CREATE INDEX "requirement_skill_skill_key_idx" ON "requirement_skill"("skill_key");

-- CreateIndex
CREATE UNIQUE INDEX "organization_slug_key" ON "organization"("slug");

-- CreateIndex
CREATE INDEX "member_account_id_idx" ON "member"("account_id");

-- CreateIndex
CREATE INDEX "audit_entry_organization_id_at_idx" ON "audit_entry"("organization_id", "at");

-- CreateIndex
CREATE INDEX "outbox_mail_created_at_idx" ON "outbox_mail"("created_at");

-- CreateIndex
CREATE INDEX "skill_id_idx" ON "skill"("id");

-- CreateIndex
CREATE INDEX "skill_replaced_by_key_idx" ON "skill"("replaced_by_key");

-- CreateIndex
CREATE UNIQUE INDEX "skill_scheme_id_id_key" ON "skill"("scheme_id", "id");

-- CreateIndex
CREATE INDEX "skill_label_norm_idx" ON "skill_label"("norm");

-- CreateIndex
CREATE INDEX "skill_relation_to_key_idx" ON "skill_relation"("to_key");

-- AddForeignKey
ALTER TABLE "sign_in_method" ADD CONSTRAINT "sign_in_method_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "email_address" ADD CONSTRAINT "email_address_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "proven_did" ADD CONSTRAINT "proven_did_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "disclosure_grant" ADD CONSTRAINT "disclosure_grant_candidate_id_application_id_fkey" FOREIGN KEY ("candidate_id", "application_id") REFERENCES "application"("candidate_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "disclosure_grant" ADD CONSTRAINT "disclosure_grant_candidate_id_credential_id_fkey" FOREIGN KEY ("candidate_id", "credential_id") REFERENCES "credential"("candidate_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "stage_change" ADD CONSTRAINT "stage_change_candidate_id_application_id_fkey" FOREIGN KEY ("candidate_id", "application_id") REFERENCES "application"("candidate_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "stated_skill" ADD CONSTRAINT "stated_skill_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "stated_skill" ADD CONSTRAINT "stated_skill_skill_key_fkey" FOREIGN KEY ("skill_key") REFERENCES "skill"("key") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "candidate_block" ADD CONSTRAINT "candidate_block_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "candidate_block" ADD CONSTRAINT "candidate_block_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_issuer_id_fkey" FOREIGN KEY ("issuer_id") REFERENCES "issuer"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "verification_run" ADD CONSTRAINT "verification_run_candidate_id_credential_id_fkey" FOREIGN KEY ("candidate_id", "credential_id") REFERENCES "credential"("candidate_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "check_result" ADD CONSTRAINT "check_result_candidate_id_run_id_fkey" FOREIGN KEY ("candidate_id", "run_id") REFERENCES "verification_run"("candidate_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "skill_evidence" ADD CONSTRAINT "skill_evidence_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "skill_evidence" ADD CONSTRAINT "skill_evidence_candidate_id_credential_id_fkey" FOREIGN KEY ("candidate_id", "credential_id") REFERENCES "credential"("candidate_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "skill_evidence" ADD CONSTRAINT "skill_evidence_skill_key_fkey" FOREIGN KEY ("skill_key") REFERENCES "skill"("key") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "skill_evidence" ADD CONSTRAINT "skill_evidence_issuer_id_fkey" FOREIGN KEY ("issuer_id") REFERENCES "issuer"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "skill_proposal" ADD CONSTRAINT "skill_proposal_candidate_id_credential_id_fkey" FOREIGN KEY ("candidate_id", "credential_id") REFERENCES "credential"("candidate_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "skill_proposal" ADD CONSTRAINT "skill_proposal_skill_key_fkey" FOREIGN KEY ("skill_key") REFERENCES "skill"("key") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_item" ADD CONSTRAINT "import_item_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "issued_credential" ADD CONSTRAINT "issued_credential_profile_slug_fkey" FOREIGN KEY ("profile_slug") REFERENCES "issuing_profile"("slug") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "requirement_skill" ADD CONSTRAINT "requirement_skill_requirement_id_fkey" FOREIGN KEY ("requirement_id") REFERENCES "requirement"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "requirement_skill" ADD CONSTRAINT "requirement_skill_skill_key_fkey" FOREIGN KEY ("skill_key") REFERENCES "skill"("key") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "skill" ADD CONSTRAINT "skill_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "skill_scheme"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "skill" ADD CONSTRAINT "skill_replaced_by_key_fkey" FOREIGN KEY ("replaced_by_key") REFERENCES "skill"("key") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "skill_label" ADD CONSTRAINT "skill_label_skill_key_fkey" FOREIGN KEY ("skill_key") REFERENCES "skill"("key") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "skill_relation" ADD CONSTRAINT "skill_relation_from_key_fkey" FOREIGN KEY ("from_key") REFERENCES "skill"("key") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "skill_relation" ADD CONSTRAINT "skill_relation_to_key_fkey" FOREIGN KEY ("to_key") REFERENCES "skill"("key") ON DELETE CASCADE ON UPDATE NO ACTION;
