-- Verifications are asked for and done later: those that were under way when the product stopped are asked for again.
update profiles set photo_state = 'uploaded' where photo_state = 'verifying';
--> statement-breakpoint
CREATE TABLE "verifiers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"up" boolean NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "verifications" ALTER COLUMN "judgement" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "profile_submissions" ADD COLUMN "card" "bytea";--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "verification" uuid;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "verifying_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "unavailable" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "pictures" ADD COLUMN "reading" "bytea";--> statement-breakpoint
ALTER TABLE "pictures" ADD COLUMN "reading_state" text;--> statement-breakpoint
ALTER TABLE "pictures" ADD COLUMN "reading_job" uuid;--> statement-breakpoint
ALTER TABLE "verifications" ADD COLUMN "district" text;--> statement-breakpoint
CREATE INDEX "profiles_verifying" ON "profiles" USING btree ("verifying_since") WHERE "profiles"."verification" is not null;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_verification" CHECK (("profiles"."photo_state" = 'verifying') = ("profiles"."verification" is not null));
--> statement-breakpoint
-- 提交验证 is in time when it was asked for in time, however long the queue then takes: judged where that commits.
create function refuse_late_verification() returns trigger language plpgsql as $$
declare s text;
begin
  select id into s from exam_sessions where current;
  if not window_open(s, 'profile', new.district) then
    raise exception 'outside the profile window' using errcode = 'ZK001';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger verification_in_time after insert on verifications
deferrable initially deferred for each row execute function refuse_late_verification();
--> statement-breakpoint
create or replace function refuse_late_profile() returns trigger language plpgsql as $$
declare s text;
begin
  if exists (select from verifications where candidate = new.profile and at = new.at and district = new.district) then
    return null;
  end if;
  select id into s from exam_sessions where current;
  if not window_open(s, 'profile', new.district) then
    raise exception 'outside the profile window' using errcode = 'ZK001';
  end if;
  return null;
end $$;
