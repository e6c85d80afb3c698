CREATE TABLE "standing_entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "standing_entries_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"admission_number" text NOT NULL,
	"kind" text NOT NULL,
	"province" text,
	"penalty" jsonb,
	"source" text,
	"reverses" uuid,
	"reason" text,
	"by" uuid,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "standing_entry_once" UNIQUE("source"),
	CONSTRAINT "standing_entry_reversed_once" UNIQUE("reverses"),
	CONSTRAINT "standing_kind" CHECK (case "standing_entries"."kind" when 'transferOut' then "standing_entries"."province" is not null and "standing_entries"."reverses" is null
        when 'penalty' then "standing_entries"."penalty" is not null and "standing_entries"."reverses" is null
        else "standing_entries"."kind" = 'reversal' and "standing_entries"."reverses" is not null and "standing_entries"."reason" is not null end)
);
--> statement-breakpoint
ALTER TABLE "record_entries" ADD COLUMN "seq" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "record_entries_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "record_entries" ADD COLUMN "course_name" text;--> statement-breakpoint
ALTER TABLE "record_entries" ADD COLUMN "credits" numeric;--> statement-breakpoint
ALTER TABLE "record_entries" ADD COLUMN "session" text;--> statement-breakpoint
ALTER TABLE "record_entries" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "record_entries" ADD COLUMN "reverses" uuid;--> statement-breakpoint
ALTER TABLE "record_entries" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "record_entries" ADD COLUMN "by" uuid;--> statement-breakpoint
ALTER TABLE "standing_entries" ADD CONSTRAINT "standing_entries_admission_number_admission_numbers_number_fk" FOREIGN KEY ("admission_number") REFERENCES "public"."admission_numbers"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_entries" ADD CONSTRAINT "standing_entries_reverses_standing_entries_id_fk" FOREIGN KEY ("reverses") REFERENCES "public"."standing_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_entries" ADD CONSTRAINT "standing_entries_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "standing_entries_admission_number_index" ON "standing_entries" USING btree ("admission_number");--> statement-breakpoint
ALTER TABLE "record_entries" ADD CONSTRAINT "record_entries_session_exam_sessions_id_fk" FOREIGN KEY ("session") REFERENCES "public"."exam_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_entries" ADD CONSTRAINT "record_entries_reverses_record_entries_id_fk" FOREIGN KEY ("reverses") REFERENCES "public"."record_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_entries" ADD CONSTRAINT "record_entries_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_entries" ADD CONSTRAINT "record_entry_once" UNIQUE("source");--> statement-breakpoint
ALTER TABLE "record_entries" ADD CONSTRAINT "record_entry_reversed_once" UNIQUE("reverses");--> statement-breakpoint
ALTER TABLE "record_entries" ADD CONSTRAINT "record_reversal" CHECK (("record_entries"."kind" = 'reversal') = ("record_entries"."reverses" is not null) and ("record_entries"."reverses" is null or "record_entries"."reason" is not null));
--> statement-breakpoint
-- 考籍 is never overwritten: what is wrong is taken back by a later entry.
create trigger append_only before update or delete or truncate on record_entries for each statement execute function refuse_change();
--> statement-breakpoint
create trigger append_only before update or delete or truncate on standing_entries for each statement execute function refuse_change();
