CREATE TABLE "application_holds" (
	"candidate" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"application" uuid NOT NULL,
	CONSTRAINT "one_application" PRIMARY KEY("candidate","kind","key")
);
--> statement-breakpoint
CREATE TABLE "application_submissions" (
	"application" uuid NOT NULL,
	"no" integer NOT NULL,
	"district" text NOT NULL,
	"summary" text NOT NULL,
	"answers" "bytea" NOT NULL,
	"groups" "bytea" NOT NULL,
	"decision" text,
	"reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "application_submissions_application_no_pk" PRIMARY KEY("application","no")
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"candidate" uuid NOT NULL,
	"kind" text NOT NULL,
	"window" text NOT NULL,
	"session" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"answers" "bytea",
	"agreed_version" text,
	"agreed_at" timestamp (3) with time zone,
	"submission" integer DEFAULT 0 NOT NULL,
	"district" text,
	"summary" text DEFAULT '' NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"reviewed_at" timestamp (3) with time zone,
	"reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"remark" text,
	"visited_at" timestamp (3) with time zone,
	"visited_by" uuid,
	"reviewers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"reserved_for" uuid,
	"reserved_until" timestamp (3) with time zone,
	"outcome" "bytea",
	"saved_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"candidate" uuid NOT NULL,
	"field" text NOT NULL,
	"before" "bytea" NOT NULL,
	"after" "bytea" NOT NULL,
	"origin" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "sex" text;--> statement-breakpoint
ALTER TABLE "application_holds" ADD CONSTRAINT "application_holds_candidate_accounts_id_fk" FOREIGN KEY ("candidate") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_holds" ADD CONSTRAINT "application_holds_application_applications_id_fk" FOREIGN KEY ("application") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_submissions" ADD CONSTRAINT "application_submissions_application_applications_id_fk" FOREIGN KEY ("application") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_candidate_accounts_id_fk" FOREIGN KEY ("candidate") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_session_exam_sessions_id_fk" FOREIGN KEY ("session") REFERENCES "public"."exam_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_visited_by_accounts_id_fk" FOREIGN KEY ("visited_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_reserved_for_accounts_id_fk" FOREIGN KEY ("reserved_for") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_changes" ADD CONSTRAINT "person_changes_candidate_accounts_id_fk" FOREIGN KEY ("candidate") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_changes" ADD CONSTRAINT "person_changes_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "application_holds_application_index" ON "application_holds" USING btree ("application");--> statement-breakpoint
CREATE INDEX "applications_queue" ON "applications" USING btree ("kind","district","state","submitted_at","id");--> statement-breakpoint
CREATE INDEX "applications_own" ON "applications" USING btree ("candidate","kind");--> statement-breakpoint
CREATE INDEX "person_changes_candidate_at_index" ON "person_changes" USING btree ("candidate","at");