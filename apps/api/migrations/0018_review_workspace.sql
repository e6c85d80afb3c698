-- Every character of a name and every two side by side: a part of a name is found by those it is made of.
create function name_parts(name text) returns text[] language sql immutable strict parallel safe as $$
  select array(
    select distinct substr(lower(name), i, n)
      from generate_series(1, char_length(name)) i, generate_series(1, 2) n
     where i + n - 1 <= char_length(name))
$$;
--> statement-breakpoint
CREATE TABLE "decision_reasons" (
	"decision" uuid NOT NULL,
	"no" integer NOT NULL,
	"field" text NOT NULL,
	"choice" text,
	CONSTRAINT "decision_reasons_decision_no_pk" PRIMARY KEY("decision","no")
);
--> statement-breakpoint
CREATE TABLE "held_decisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"queue" text NOT NULL,
	"subject" uuid NOT NULL,
	"no" integer NOT NULL,
	"officer" uuid NOT NULL,
	"decision" text NOT NULL,
	"body" "bytea" NOT NULL,
	"name" "bytea" NOT NULL,
	"seconds" integer NOT NULL,
	"ip" "inet" NOT NULL,
	"request" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "one_held_decision" UNIQUE("queue","subject")
);
--> statement-breakpoint
CREATE TABLE "officer_notices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"officer" uuid NOT NULL,
	"queue" text NOT NULL,
	"subject" uuid NOT NULL,
	"text" "bytea" NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reason_lists" (
	"queue" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "decisions" ALTER COLUMN "seconds" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "reviewer" uuid;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "reserved_for" uuid;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "reserved_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "reviewer" uuid;--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "reserved_for" uuid;--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "reserved_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "reason_choices" ADD COLUMN "retired" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "ahead" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "district" text;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "stage" text DEFAULT 'district' NOT NULL;--> statement-breakpoint
ALTER TABLE "decision_reasons" ADD CONSTRAINT "decision_reasons_decision_decisions_id_fk" FOREIGN KEY ("decision") REFERENCES "public"."decisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_decisions" ADD CONSTRAINT "held_decisions_officer_accounts_id_fk" FOREIGN KEY ("officer") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "officer_notices" ADD CONSTRAINT "officer_notices_officer_accounts_id_fk" FOREIGN KEY ("officer") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decision_reasons_choice_index" ON "decision_reasons" USING btree ("choice");--> statement-breakpoint
CREATE INDEX "held_decisions_officer_index" ON "held_decisions" USING btree ("officer");--> statement-breakpoint
CREATE INDEX "officer_notices_officer_at_index" ON "officer_notices" USING btree ("officer","at");--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_reviewer_accounts_id_fk" FOREIGN KEY ("reviewer") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_reserved_for_accounts_id_fk" FOREIGN KEY ("reserved_for") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_reviewer_accounts_id_fk" FOREIGN KEY ("reviewer") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_reserved_for_accounts_id_fk" FOREIGN KEY ("reserved_for") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "profiles_name_parts" ON "profiles" USING gin (name_parts("name"));--> statement-breakpoint
CREATE INDEX "decisions_district" ON "decisions" USING btree ("district","stage","at");--> statement-breakpoint
CREATE INDEX "decisions_stage" ON "decisions" USING btree ("stage","at");--> statement-breakpoint
-- Decisions taken before: of the deciding officer's district; without one, at the province's stage.
UPDATE "decisions" SET "district" = a.district, "stage" = case when a.role = 'province' then 'province' else 'district' end
  FROM "accounts" a WHERE a.id = "decisions"."officer";--> statement-breakpoint
UPDATE "profiles" SET "reviewer" = d.officer
  FROM (SELECT DISTINCT ON (subject) subject, officer FROM "decisions" WHERE queue = 'profiles' ORDER BY subject, at DESC) d
  WHERE d.subject = "profiles"."id";--> statement-breakpoint
UPDATE "enrolments" SET "reviewer" = d.officer
  FROM (SELECT DISTINCT ON (subject) subject, officer FROM "decisions" WHERE queue = 'enrolments' ORDER BY subject, at DESC) d
  WHERE d.subject = "enrolments"."id";
