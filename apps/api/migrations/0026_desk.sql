CREATE TABLE "desk_acts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"what" text NOT NULL,
	"candidate" uuid NOT NULL,
	"district" text NOT NULL,
	"by" uuid NOT NULL,
	"by_name" text NOT NULL,
	"papers" jsonb NOT NULL,
	"request" uuid,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "desk_looks" (
	"officer" uuid NOT NULL,
	"candidate" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "desk_looks_officer_candidate_pk" PRIMARY KEY("officer","candidate")
);
--> statement-breakpoint
CREATE TABLE "desk_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"target" uuid NOT NULL,
	"district" text NOT NULL,
	"by" uuid NOT NULL,
	"by_name" text NOT NULL,
	"reason" text NOT NULL,
	"papers" jsonb NOT NULL,
	"second_look" text NOT NULL,
	"contested" boolean NOT NULL,
	"confirmed_by" text,
	"confirmed_at" timestamp (3) with time zone,
	"effective_at" timestamp (3) with time zone,
	"id_number" "bytea" NOT NULL,
	"old_phone" "bytea" NOT NULL,
	"new_phone" "bytea",
	"new_phone_index" "bytea",
	"undo_index" "bytea" NOT NULL,
	"undone_by" text,
	"ended_at" timestamp (3) with time zone,
	"end_note" text,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "desk_requests_undo_index_unique" UNIQUE("undo_index"),
	CONSTRAINT "desk_phone" CHECK (("desk_requests"."kind" = 'phone') = ("desk_requests"."new_phone" is not null and "desk_requests"."new_phone_index" is not null)),
	CONSTRAINT "desk_waits" CHECK ("desk_requests"."state" <> 'waiting' or "desk_requests"."effective_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "accounts" DROP CONSTRAINT "account_kind";--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "birth_index" "bytea";--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "detached_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "paper_code_no" integer;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "paper_code_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "paper_code_wrong" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "desk_acts" ADD CONSTRAINT "desk_acts_candidate_accounts_id_fk" FOREIGN KEY ("candidate") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_acts" ADD CONSTRAINT "desk_acts_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_acts" ADD CONSTRAINT "desk_acts_request_desk_requests_id_fk" FOREIGN KEY ("request") REFERENCES "public"."desk_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_looks" ADD CONSTRAINT "desk_looks_officer_accounts_id_fk" FOREIGN KEY ("officer") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_looks" ADD CONSTRAINT "desk_looks_candidate_accounts_id_fk" FOREIGN KEY ("candidate") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_requests" ADD CONSTRAINT "desk_requests_target_accounts_id_fk" FOREIGN KEY ("target") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_requests" ADD CONSTRAINT "desk_requests_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "desk_acts_candidate" ON "desk_acts" USING btree ("candidate","at");--> statement-breakpoint
CREATE UNIQUE INDEX "desk_one_open" ON "desk_requests" USING btree ("target") WHERE state in ('confirming', 'waiting');--> statement-breakpoint
CREATE UNIQUE INDEX "desk_one_phone" ON "desk_requests" USING btree ("new_phone_index") WHERE state in ('confirming', 'waiting');--> statement-breakpoint
CREATE INDEX "desk_due" ON "desk_requests" USING btree ("effective_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "desk_district" ON "desk_requests" USING btree ("district","at","id");--> statement-breakpoint
CREATE INDEX "desk_all" ON "desk_requests" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "desk_target" ON "desk_requests" USING btree ("target","at");--> statement-breakpoint
CREATE INDEX "accounts_birth" ON "accounts" USING btree ("birth_index");--> statement-breakpoint
CREATE INDEX "accounts_birth_missing" ON "accounts" USING btree ("id") WHERE "accounts"."birth_index" is null and "accounts"."id_number_index" is not null;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "detached_closed" CHECK ("accounts"."detached_at" is null or not "accounts"."active");--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "account_kind" CHECK (case when "accounts"."role" = 'candidate' then ("accounts"."id_number_index" is not null and "accounts"."phone_index" is not null) = ("accounts"."detached_at" is null) else "accounts"."username" is not null end);