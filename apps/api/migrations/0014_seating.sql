CREATE TABLE "rooms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"venue" uuid NOT NULL,
	"no" text NOT NULL,
	"rows" integer DEFAULT 5 NOT NULL,
	"columns" integer DEFAULT 6 NOT NULL,
	"capacity" integer DEFAULT 30 NOT NULL,
	"accessible" boolean DEFAULT false NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "room_no" UNIQUE("venue","no"),
	CONSTRAINT "room_size" CHECK ("rooms"."rows" between 1 and 30 and "rooms"."columns" between 1 and 30),
	CONSTRAINT "room_capacity" CHECK ("rooms"."capacity" between 1 and "rooms"."rows" * "rooms"."columns")
);
--> statement-breakpoint
CREATE TABLE "seat_changes" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "seat_changes_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"run" uuid NOT NULL,
	"seat" uuid NOT NULL,
	"from_room" uuid,
	"from_seat" integer,
	"to_room" uuid NOT NULL,
	"to_seat" integer NOT NULL,
	"reason" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seating_rooms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"run" uuid NOT NULL,
	"venue" uuid NOT NULL,
	"no" text NOT NULL,
	"rows" integer NOT NULL,
	"columns" integer NOT NULL,
	"capacity" integer NOT NULL,
	"accessible" boolean NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "seating_room" UNIQUE("run","venue","no"),
	CONSTRAINT "room_of_run" UNIQUE("run","id")
);
--> statement-breakpoint
CREATE TABLE "seating_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session" text NOT NULL,
	"no" integer NOT NULL,
	"state" text DEFAULT 'planning' NOT NULL,
	"seed_hash" text NOT NULL,
	"seed_sealed" "bytea" NOT NULL,
	"progress" real DEFAULT 0 NOT NULL,
	"report" jsonb,
	"shortfalls" jsonb,
	"fault" text,
	"by" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"published_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"reason" text,
	CONSTRAINT "seating_run_no" UNIQUE("session","no")
);
--> statement-breakpoint
CREATE TABLE "seats" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"run" uuid NOT NULL,
	"enrolment" uuid NOT NULL,
	"candidate" uuid NOT NULL,
	"admission_number" text NOT NULL,
	"district" text NOT NULL,
	"slot" text NOT NULL,
	"course" text NOT NULL,
	"accessible" boolean DEFAULT false NOT NULL,
	"room" uuid NOT NULL,
	"seat" integer NOT NULL,
	"origin" text DEFAULT 'run' NOT NULL,
	"planned_room" uuid,
	"planned_seat" integer,
	CONSTRAINT "one_seat_per_slot" UNIQUE("run","candidate","slot"),
	CONSTRAINT "seat_counts_from_1" CHECK ("seats"."seat" >= 1),
	CONSTRAINT "planned_place" CHECK (("seats"."planned_room" is null) = ("seats"."planned_seat" is null)),
	CONSTRAINT "late_was_not_planned" CHECK ("seats"."origin" <> 'late' or "seats"."planned_room" is null)
);
--> statement-breakpoint
CREATE TABLE "venues" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"district" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"in_use" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "venue_code" UNIQUE("code")
);
--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_venue_venues_id_fk" FOREIGN KEY ("venue") REFERENCES "public"."venues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_changes" ADD CONSTRAINT "seat_changes_run_seating_runs_id_fk" FOREIGN KEY ("run") REFERENCES "public"."seating_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_changes" ADD CONSTRAINT "seat_changes_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seating_rooms" ADD CONSTRAINT "seating_rooms_run_seating_runs_id_fk" FOREIGN KEY ("run") REFERENCES "public"."seating_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seating_rooms" ADD CONSTRAINT "seating_rooms_venue_venues_id_fk" FOREIGN KEY ("venue") REFERENCES "public"."venues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seating_runs" ADD CONSTRAINT "seating_runs_session_exam_sessions_id_fk" FOREIGN KEY ("session") REFERENCES "public"."exam_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seating_runs" ADD CONSTRAINT "seating_runs_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_run_seating_runs_id_fk" FOREIGN KEY ("run") REFERENCES "public"."seating_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_enrolment_enrolments_id_fk" FOREIGN KEY ("enrolment") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_candidate_accounts_id_fk" FOREIGN KEY ("candidate") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_run_room_seating_rooms_run_id_fk" FOREIGN KEY ("run","room") REFERENCES "public"."seating_rooms"("run","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "venues" ADD CONSTRAINT "venues_district_districts_code_fk" FOREIGN KEY ("district") REFERENCES "public"."districts"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "seat_changes_run_seat_index" ON "seat_changes" USING btree ("run","seat");--> statement-breakpoint
CREATE UNIQUE INDEX "one_published_run" ON "seating_runs" USING btree ("session") WHERE "seating_runs"."state" = 'published';--> statement-breakpoint
CREATE INDEX "seats_of_candidate" ON "seats" USING btree ("candidate");
--> statement-breakpoint
-- Deferrable: two people who change places hold each other's seat until the statement has ended.
alter table seats add constraint one_person_per_seat unique (run, slot, room, seat) deferrable initially immediate;
--> statement-breakpoint
create function guard_seat() returns trigger language plpgsql as $$
begin
  if new.seat > (select capacity from seating_rooms where id = new.room) then
    raise exception 'the room has no such seat' using errcode = 'ZK002';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guarded before insert or update of room, seat on seats for each row execute function guard_seat();
--> statement-breakpoint
-- What is published goes away only whole, by withdrawing it; somebody moves only with a line that says from where, to where and why.
create function guard_published_seat() returns trigger language plpgsql as $$
begin
  if not exists (select from seating_runs where id = old.run and state = 'published') then return null; end if;
  if tg_op = 'DELETE' then raise exception 'a published seat stays' using errcode = 'ZK002'; end if;
  if (new.room, new.seat) is distinct from (old.room, old.seat) and not exists (
    select from seat_changes where seat = old.id and (from_room, from_seat) = (old.room, old.seat) and (to_room, to_seat) = (new.room, new.seat)
  ) then
    raise exception 'a published seat moves with its reason' using errcode = 'ZK002';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger guarded_when_published after update or delete on seats
deferrable initially deferred for each row execute function guard_published_seat();
--> statement-breakpoint
create trigger append_only before update or delete or truncate on seat_changes for each statement execute function refuse_change();
