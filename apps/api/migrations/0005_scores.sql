CREATE TABLE "working_days" (
	"day" date PRIMARY KEY NOT NULL,
	"working" boolean NOT NULL,
	"name" text NOT NULL,
	"grade" text NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "score_corrections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "score_corrections_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"score" uuid NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"reason" text NOT NULL,
	"source" text NOT NULL,
	"by" uuid,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "score_corrected_once" UNIQUE("score","source")
);
--> statement-breakpoint
CREATE TABLE "score_publications" (
	"session" text PRIMARY KEY NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scores" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session" text NOT NULL,
	"candidate" uuid NOT NULL,
	"course" text NOT NULL,
	"number" numeric,
	"mark" text,
	"passed" boolean NOT NULL,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "one_score" UNIQUE("candidate","session","course"),
	CONSTRAINT "score_number" CHECK ("scores"."number" between 0 and 100),
	CONSTRAINT "score_or_mark" CHECK (num_nonnulls("scores"."number", "scores"."mark") = 1),
	CONSTRAINT "marks_never_pass" CHECK (not ("scores"."passed" and "scores"."mark" is not null))
);
--> statement-breakpoint
ALTER TABLE "province" ADD COLUMN "rules" jsonb;--> statement-breakpoint
ALTER TABLE "score_corrections" ADD CONSTRAINT "score_corrections_score_scores_id_fk" FOREIGN KEY ("score") REFERENCES "public"."scores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_corrections" ADD CONSTRAINT "score_corrections_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_publications" ADD CONSTRAINT "score_publications_session_exam_sessions_id_fk" FOREIGN KEY ("session") REFERENCES "public"."exam_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_session_exam_sessions_id_fk" FOREIGN KEY ("session") REFERENCES "public"."exam_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_candidate_accounts_id_fk" FOREIGN KEY ("candidate") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "scores_session_index" ON "scores" USING btree ("session");
--> statement-breakpoint
-- A published score changes only together with a correction that says the same, and never goes away.
create function guard_score() returns trigger language plpgsql as $$
declare c record;
begin
  if old.published_at is null then return case tg_op when 'DELETE' then old else new end; end if;
  if tg_op = 'DELETE' then raise exception 'a published score stays' using errcode = 'ZK002'; end if;
  if (new.session, new.candidate, new.course, new.published_at)
     is distinct from (old.session, old.candidate, old.course, old.published_at) then
    raise exception 'a published score keeps whose it is' using errcode = 'ZK002';
  end if;
  if (new.number, new.mark, new.passed) is not distinct from (old.number, old.mark, old.passed) then return new; end if;
  select before, after into c from score_corrections where score = new.id order by seq desc limit 1;
  if not found
     or c.before is distinct from jsonb_build_object('number', old.number, 'mark', old.mark, 'passed', old.passed)
     or c.after is distinct from jsonb_build_object('number', new.number, 'mark', new.mark, 'passed', new.passed) then
    raise exception 'a score changes with its correction' using errcode = 'ZK002';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guarded before update or delete on scores for each row execute function guard_score();
--> statement-breakpoint
create trigger whole before truncate on scores for each statement execute function refuse_change();
--> statement-breakpoint
create trigger append_only before update or delete or truncate on score_corrections for each statement execute function refuse_change();
--> statement-breakpoint
create trigger append_only before update or delete or truncate on score_publications for each statement execute function refuse_change();
