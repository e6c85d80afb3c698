CREATE TABLE "own_slots" (
	"session" text NOT NULL,
	"district" text NOT NULL,
	"no" text NOT NULL,
	"date" date NOT NULL,
	"part" text NOT NULL,
	"start" text NOT NULL,
	"end" text NOT NULL,
	CONSTRAINT "own_slots_session_district_no_pk" PRIMARY KEY("session","district","no")
);
--> statement-breakpoint
ALTER TABLE "exam_sessions" ADD COLUMN "archived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "own_slots" ADD CONSTRAINT "own_slots_session_exam_sessions_id_fk" FOREIGN KEY ("session") REFERENCES "public"."exam_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_slots" ADD CONSTRAINT "own_slots_district_districts_code_fk" FOREIGN KEY ("district") REFERENCES "public"."districts"("code") ON DELETE no action ON UPDATE no action;