CREATE TABLE "score_batches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session" text NOT NULL,
	"no" integer NOT NULL,
	"state" text DEFAULT 'uploaded' NOT NULL,
	"name" text NOT NULL,
	"file" text NOT NULL,
	"bytes" integer NOT NULL,
	"format" text NOT NULL,
	"encoding" text,
	"columns" jsonb NOT NULL,
	"mapping" jsonb,
	"job" uuid,
	"rows" integer NOT NULL,
	"read" integer DEFAULT 0 NOT NULL,
	"result" jsonb,
	"fault" text,
	"accepted_at" timestamp (3) with time zone,
	"reason" text,
	"by" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "one_batch_number" UNIQUE("session","no")
);
--> statement-breakpoint
CREATE TABLE "score_mappings" (
	"columns" text PRIMARY KEY NOT NULL,
	"mapping" jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "score_releases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session" text NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"publish_at" timestamp (3) with time zone,
	"scores" integer NOT NULL,
	"fingerprint" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"reason" text,
	"fault" text,
	CONSTRAINT "two_persons" CHECK ("score_releases"."confirmed_by" is null or "score_releases"."confirmed_by" <> "score_releases"."proposed_by"),
	CONSTRAINT "confirmed_by_somebody" CHECK (case "score_releases"."state" when 'proposed' then "score_releases"."confirmed_by" is null when 'withdrawn' then true
        else "score_releases"."confirmed_by" is not null and "score_releases"."confirmed_at" is not null end),
	CONSTRAINT "published_at_some_time" CHECK (("score_releases"."state" = 'published') = ("score_releases"."published_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "score_rows" (
	"batch" uuid NOT NULL,
	"session" text NOT NULL,
	"no" integer NOT NULL,
	"admission_number" text NOT NULL,
	"name" text,
	"course" text NOT NULL,
	"value" text NOT NULL,
	"candidate" uuid,
	"number" numeric,
	"mark" text,
	"grade" text,
	"passed" boolean,
	"faults" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"counts" boolean DEFAULT false NOT NULL,
	CONSTRAINT "score_rows_batch_no_pk" PRIMARY KEY("batch","no"),
	CONSTRAINT "counting_is_whole" CHECK (not "score_rows"."counts" or ("score_rows"."faults" = '[]' and "score_rows"."candidate" is not null and "score_rows"."passed" is not null))
);
--> statement-breakpoint
ALTER TABLE "scores" DROP CONSTRAINT "score_or_mark";--> statement-breakpoint
ALTER TABLE "scores" DROP CONSTRAINT "marks_never_pass";--> statement-breakpoint
ALTER TABLE "scores" ADD COLUMN "grade" text;--> statement-breakpoint
ALTER TABLE "score_batches" ADD CONSTRAINT "score_batches_session_exam_sessions_id_fk" FOREIGN KEY ("session") REFERENCES "public"."exam_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_batches" ADD CONSTRAINT "score_batches_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_releases" ADD CONSTRAINT "score_releases_session_exam_sessions_id_fk" FOREIGN KEY ("session") REFERENCES "public"."exam_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_releases" ADD CONSTRAINT "score_releases_proposed_by_accounts_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_releases" ADD CONSTRAINT "score_releases_confirmed_by_accounts_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_rows" ADD CONSTRAINT "score_rows_batch_score_batches_id_fk" FOREIGN KEY ("batch") REFERENCES "public"."score_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_release_under_way" ON "score_releases" USING btree ("session") WHERE "score_releases"."state" in ('proposed', 'confirmed');--> statement-breakpoint
CREATE INDEX "score_rows_of" ON "score_rows" USING btree ("session","candidate","course");--> statement-breakpoint
CREATE UNIQUE INDEX "one_counting_score" ON "score_rows" USING btree ("session","candidate","course") WHERE "score_rows"."counts";--> statement-breakpoint
CREATE INDEX "score_rows_faulty" ON "score_rows" USING btree ("batch","no") WHERE "score_rows"."faults" <> '[]';--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "score_grade" CHECK ("scores"."grade" in ('优秀', '良好', '中等', '合格', '不合格'));--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "score_or_mark" CHECK (num_nonnulls("scores"."number", "scores"."mark", "scores"."grade") = 1);--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "marks_never_pass" CHECK (not ("scores"."passed" and ("scores"."mark" is not null or "scores"."grade" = '不合格')));
--> statement-breakpoint
-- A score may be a grade of five; what was corrected before there were grades says nothing of them.
create or replace function guard_score() returns trigger language plpgsql as $$
declare c record;
begin
  if old.published_at is null then return case tg_op when 'DELETE' then old else new end; end if;
  if tg_op = 'DELETE' then raise exception 'a published score stays' using errcode = 'ZK002'; end if;
  if (new.session, new.candidate, new.course, new.published_at)
     is distinct from (old.session, old.candidate, old.course, old.published_at) then
    raise exception 'a published score keeps whose it is' using errcode = 'ZK002';
  end if;
  if (new.number, new.mark, new.grade, new.passed) is not distinct from (old.number, old.mark, old.grade, old.passed)
  then return new; end if;
  select jsonb_strip_nulls(before) as before, jsonb_strip_nulls(after) as after into c
    from score_corrections where score = new.id order by seq desc limit 1;
  if not found
     or c.before is distinct from jsonb_strip_nulls(jsonb_build_object(
       'number', old.number, 'mark', old.mark, 'grade', old.grade, 'passed', old.passed))
     or c.after is distinct from jsonb_strip_nulls(jsonb_build_object(
       'number', new.number, 'mark', new.mark, 'grade', new.grade, 'passed', new.passed)) then
    raise exception 'a score changes with its correction' using errcode = 'ZK002';
  end if;
  return new;
end $$;
