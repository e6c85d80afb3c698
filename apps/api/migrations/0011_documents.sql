CREATE TABLE "document_uses" (
	"document" uuid NOT NULL,
	"subject" uuid NOT NULL,
	"no" integer NOT NULL,
	CONSTRAINT "document_uses_document_subject_no_pk" PRIMARY KEY("document","subject","no")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner" uuid NOT NULL,
	"digest" "bytea" NOT NULL,
	"name" "bytea" NOT NULL,
	"kind" text NOT NULL,
	"bytes" integer NOT NULL,
	"file" text NOT NULL,
	"thumbnail" text NOT NULL,
	"pages" jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"needed_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "documents_owner_digest_unique" UNIQUE("owner","digest")
);
--> statement-breakpoint
ALTER TABLE "document_uses" ADD CONSTRAINT "document_uses_document_documents_id_fk" FOREIGN KEY ("document") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_owner_accounts_id_fk" FOREIGN KEY ("owner") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_uses_subject_no_index" ON "document_uses" USING btree ("subject","no");--> statement-breakpoint
CREATE INDEX "documents_needed_at_index" ON "documents" USING btree ("needed_at");