CREATE TABLE "seating_needs" (
	"session" text NOT NULL,
	"candidate" uuid NOT NULL,
	"reason" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "seating_needs_session_candidate_pk" PRIMARY KEY("session","candidate")
);
--> statement-breakpoint
ALTER TABLE "seating_needs" ADD CONSTRAINT "seating_needs_session_exam_sessions_id_fk" FOREIGN KEY ("session") REFERENCES "public"."exam_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seating_needs" ADD CONSTRAINT "seating_needs_candidate_accounts_id_fk" FOREIGN KEY ("candidate") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seating_needs" ADD CONSTRAINT "seating_needs_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;