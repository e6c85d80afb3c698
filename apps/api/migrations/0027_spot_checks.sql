CREATE TABLE "spot_check_tasks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"spot_check" uuid NOT NULL,
	"position" integer NOT NULL,
	"decision" uuid NOT NULL,
	"verdict" text,
	"reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"remark" text,
	"reviewer" uuid,
	"seconds" integer,
	"looked_at" timestamp (3) with time zone,
	CONSTRAINT "drawn_once" UNIQUE("spot_check","decision"),
	CONSTRAINT "spot_check_looked" CHECK (("spot_check_tasks"."verdict" is null) = ("spot_check_tasks"."reviewer" is null))
);
--> statement-breakpoint
CREATE TABLE "spot_checks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"queue" text,
	"district" text,
	"reviewers" text NOT NULL,
	"seed" text NOT NULL,
	"population" integer NOT NULL,
	"size" integer NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "spot_check_tasks" ADD CONSTRAINT "spot_check_tasks_spot_check_spot_checks_id_fk" FOREIGN KEY ("spot_check") REFERENCES "public"."spot_checks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spot_check_tasks" ADD CONSTRAINT "spot_check_tasks_decision_decisions_id_fk" FOREIGN KEY ("decision") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spot_check_tasks" ADD CONSTRAINT "spot_check_tasks_reviewer_accounts_id_fk" FOREIGN KEY ("reviewer") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spot_checks" ADD CONSTRAINT "spot_checks_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "spot_check_tasks_spot_check_position_index" ON "spot_check_tasks" USING btree ("spot_check","position");--> statement-breakpoint
CREATE INDEX "spot_check_tasks_reviewer_index" ON "spot_check_tasks" USING btree ("reviewer");--> statement-breakpoint
CREATE INDEX "spot_check_waiting" ON "spot_check_tasks" USING btree ("position") WHERE "spot_check_tasks"."verdict" is null;--> statement-breakpoint
CREATE INDEX "spot_checks_at_id_index" ON "spot_checks" USING btree ("at","id");