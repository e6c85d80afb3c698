CREATE TABLE "merges" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "merges_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"state" text DEFAULT 'done' NOT NULL,
	"surviving" text NOT NULL,
	"absorbed" text NOT NULL,
	"candidate" uuid NOT NULL,
	"closed" uuid,
	"district" text NOT NULL,
	"other_district" text NOT NULL,
	"moved" jsonb NOT NULL,
	"reason" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"undo_until" timestamp (3) with time zone NOT NULL,
	"undone_by" uuid,
	"undone_at" timestamp (3) with time zone,
	"undo_reason" text
);
--> statement-breakpoint
ALTER TABLE "enrolments" DROP CONSTRAINT "one_enrolment";--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "admission_numbers" ADD COLUMN "merged_into" text;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_surviving_admission_numbers_number_fk" FOREIGN KEY ("surviving") REFERENCES "public"."admission_numbers"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_absorbed_admission_numbers_number_fk" FOREIGN KEY ("absorbed") REFERENCES "public"."admission_numbers"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_candidate_accounts_id_fk" FOREIGN KEY ("candidate") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_closed_accounts_id_fk" FOREIGN KEY ("closed") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_undone_by_accounts_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "absorbed_once" ON "merges" USING btree ("absorbed") WHERE "merges"."state" = 'done';--> statement-breakpoint
CREATE INDEX "merges_at_id_index" ON "merges" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "merges_district_at_id_index" ON "merges" USING btree ("district","at","id");--> statement-breakpoint
CREATE INDEX "merges_other_district_at_id_index" ON "merges" USING btree ("other_district","at","id");--> statement-breakpoint
CREATE INDEX "merges_surviving_index" ON "merges" USING btree ("surviving");--> statement-breakpoint
CREATE INDEX "merges_candidate_index" ON "merges" USING btree ("candidate");--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_merged_into_accounts_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "admission_numbers" ADD CONSTRAINT "admission_numbers_merged_into_admission_numbers_number_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."admission_numbers"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_enrolment" ON "enrolments" USING btree ("candidate","session") WHERE "enrolments"."state" <> 'setAside';--> statement-breakpoint
CREATE INDEX "accounts_merged_into_index" ON "accounts" USING btree ("merged_into");--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "merged_is_closed" CHECK ("accounts"."merged_into" is null or not "accounts"."active");