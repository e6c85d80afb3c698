CREATE TABLE "prints" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"session" text NOT NULL,
	"venue" uuid NOT NULL,
	"venue_name" text NOT NULL,
	"district" text NOT NULL,
	"paper" text NOT NULL,
	"slot" text,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer NOT NULL,
	"files" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"missing" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"by" uuid NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"ready_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "prints" ADD CONSTRAINT "prints_session_exam_sessions_id_fk" FOREIGN KEY ("session") REFERENCES "public"."exam_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prints" ADD CONSTRAINT "prints_venue_venues_id_fk" FOREIGN KEY ("venue") REFERENCES "public"."venues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prints" ADD CONSTRAINT "prints_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "prints_of_district" ON "prints" USING btree ("district","at");--> statement-breakpoint
CREATE INDEX "prints_by_age" ON "prints" USING btree ("at");