CREATE TABLE "audit_entries" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_entries_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"actor" uuid,
	"actor_name" text NOT NULL,
	"role" text NOT NULL,
	"ip" "inet" NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"candidate" uuid,
	"why" text,
	"request" text
);
--> statement-breakpoint
CREATE TABLE "clock" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"offset_" interval DEFAULT '0' NOT NULL,
	"frozen" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"subject" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"action" text NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"by" uuid,
	"role" text NOT NULL,
	"note" jsonb,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"owner" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" "bytea" NOT NULL,
	"status" integer,
	"answer" "bytea",
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "idempotency_owner_key_pk" PRIMARY KEY("owner","key")
);
--> statement-breakpoint
CREATE TABLE "limits" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"since" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event" text NOT NULL,
	"payload" jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	"fault" text
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"day" date PRIMARY KEY NOT NULL,
	"last_seq" bigint NOT NULL,
	"entries" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"signature" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_links" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "audit_links_position_unique" UNIQUE("position")
);
--> statement-breakpoint
CREATE TABLE "audit_tip" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"last_seq" bigint NOT NULL,
	"entries" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"signature" "bytea" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "admission_serials" (
	"prefix" text NOT NULL,
	"half" text NOT NULL,
	"next" integer NOT NULL,
	CONSTRAINT "admission_serials_prefix_half_pk" PRIMARY KEY("prefix","half")
);
--> statement-breakpoint
CREATE TABLE "profile_submissions" (
	"profile" uuid NOT NULL,
	"no" integer NOT NULL,
	"answers" "bytea" NOT NULL,
	"groups" "bytea" NOT NULL,
	"district" text NOT NULL,
	"pictures" jsonb NOT NULL,
	"photo_state" text NOT NULL,
	"judgement" jsonb,
	"decision" text,
	"reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "profile_submissions_profile_no_pk" PRIMARY KEY("profile","no")
);
--> statement-breakpoint
CREATE TABLE "profiles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"photo_state" text DEFAULT 'none' NOT NULL,
	"answers" "bytea",
	"agreed_version" text,
	"agreed_at" timestamp (3) with time zone,
	"picture_consent_version" text,
	"picture_consent_at" timestamp (3) with time zone,
	"confirmed" boolean DEFAULT false NOT NULL,
	"photo" uuid,
	"photo_failures" integer DEFAULT 0 NOT NULL,
	"choice_at" integer DEFAULT 0 NOT NULL,
	"judgement" jsonb,
	"name" text,
	"district" text,
	"submission" integer DEFAULT 0 NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"reviewed_at" timestamp (3) with time zone,
	"reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"remark" text,
	"saved_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "record_entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"admission_number" text NOT NULL,
	"course" text NOT NULL,
	"kind" text NOT NULL,
	"score" text,
	"when" text NOT NULL,
	"major" text,
	"origin" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "enrolment_submissions" (
	"enrolment" uuid NOT NULL,
	"no" integer NOT NULL,
	"district" text NOT NULL,
	"major" text NOT NULL,
	"courses" jsonb NOT NULL,
	"groups" jsonb NOT NULL,
	"decision" text,
	"reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "enrolment_submissions_enrolment_no_pk" PRIMARY KEY("enrolment","no")
);
--> statement-breakpoint
CREATE TABLE "enrolments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"candidate" uuid NOT NULL,
	"session" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"agreed_version" text,
	"agreed_at" timestamp (3) with time zone,
	"submission" integer DEFAULT 0 NOT NULL,
	"district" text,
	"major" text,
	"submitted_at" timestamp (3) with time zone,
	"reviewed_at" timestamp (3) with time zone,
	"reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"remark" text,
	"saved_at" timestamp (3) with time zone,
	CONSTRAINT "one_enrolment" UNIQUE("candidate","session")
);
--> statement-breakpoint
CREATE TABLE "sittings" (
	"enrolment" uuid NOT NULL,
	"slot" text NOT NULL,
	"course" text NOT NULL,
	CONSTRAINT "sittings_enrolment_slot_pk" PRIMARY KEY("enrolment","slot"),
	CONSTRAINT "sittings_enrolment_course_unique" UNIQUE("enrolment","course")
);
--> statement-breakpoint
CREATE TABLE "code_entries" (
	"table" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"parent" text,
	"position" integer NOT NULL,
	CONSTRAINT "code_entries_table_code_pk" PRIMARY KEY("table","code")
);
--> statement-breakpoint
CREATE TABLE "courses" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"credits" numeric,
	"practice" boolean DEFAULT false NOT NULL,
	"theory" text
);
--> statement-breakpoint
CREATE TABLE "districts" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"address" text,
	"phone" text,
	"hours" text,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exam_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"year" integer NOT NULL,
	"month" integer NOT NULL,
	"current" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "majors" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"status" text NOT NULL,
	"note" text,
	"restriction" text,
	"enrol_until" date,
	"certificates_until" text,
	"source" text
);
--> statement-breakpoint
CREATE TABLE "offerings" (
	"session" text NOT NULL,
	"slot" text NOT NULL,
	"course" text NOT NULL,
	CONSTRAINT "offerings_session_course_pk" PRIMARY KEY("session","course")
);
--> statement-breakpoint
CREATE TABLE "plan_courses" (
	"major" text NOT NULL,
	"version" text NOT NULL,
	"course" text NOT NULL,
	"group" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "plan_courses_major_version_course_pk" PRIMARY KEY("major","version","course")
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"major" text NOT NULL,
	"version" text NOT NULL,
	"from" date NOT NULL,
	"min_courses" integer,
	"min_credits" numeric,
	"source" text,
	CONSTRAINT "plans_major_version_pk" PRIMARY KEY("major","version")
);
--> statement-breakpoint
CREATE TABLE "province" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"name" text NOT NULL,
	"platform" text NOT NULL,
	"organisation" text NOT NULL,
	"merge_papers" text NOT NULL,
	"photo_profile" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reason_choices" (
	"code" text PRIMARY KEY NOT NULL,
	"queue" text NOT NULL,
	"field" text NOT NULL,
	"label" text NOT NULL,
	"text" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "slots" (
	"session" text NOT NULL,
	"no" text NOT NULL,
	"date" date NOT NULL,
	"part" text NOT NULL,
	"start" text NOT NULL,
	"end" text NOT NULL,
	CONSTRAINT "slots_session_no_pk" PRIMARY KEY("session","no")
);
--> statement-breakpoint
CREATE TABLE "texts" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"version" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "windows" (
	"session" text NOT NULL,
	"function" text NOT NULL,
	"district" text,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"district" text,
	"username" text,
	"id_number" "bytea",
	"id_number_index" "bytea",
	"phone" "bytea",
	"phone_index" "bytea",
	"password_hash" text NOT NULL,
	"totp_secret" "bytea",
	"totp_confirmed" boolean DEFAULT false NOT NULL,
	"totp_step" integer DEFAULT 0 NOT NULL,
	"consent_version" text,
	"consent_at" timestamp (3) with time zone,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "accounts_username_unique" UNIQUE("username"),
	CONSTRAINT "accounts_id_number_index_unique" UNIQUE("id_number_index"),
	CONSTRAINT "accounts_phone_index_unique" UNIQUE("phone_index"),
	CONSTRAINT "account_kind" CHECK (case when "accounts"."role" = 'candidate' then "accounts"."id_number_index" is not null and "accounts"."phone_index" is not null else "accounts"."username" is not null end),
	CONSTRAINT "district_officer" CHECK (("accounts"."role" = 'district') = ("accounts"."district" is not null))
);
--> statement-breakpoint
CREATE TABLE "admission_numbers" (
	"number" text PRIMARY KEY NOT NULL,
	"candidate" uuid,
	"id_number_index" "bytea" NOT NULL,
	"district" text NOT NULL,
	"origin" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"account" uuid NOT NULL,
	"pending" text,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"last_seen_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"ip" "inet" NOT NULL,
	"device" text NOT NULL,
	CONSTRAINT "sessions_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "sms_codes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"purpose" text NOT NULL,
	"phone_index" "bytea" NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"wrong" integer DEFAULT 0 NOT NULL,
	"used_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sms_outbox" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"phone" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "spent_challenges" (
	"signature" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account" uuid NOT NULL,
	"source" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"link" text,
	"read" boolean DEFAULT false NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "messages_account_source_unique" UNIQUE("account","source")
);
--> statement-breakpoint
CREATE TABLE "pictures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"owner" uuid NOT NULL,
	"kind" text NOT NULL,
	"file" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"normalised" text,
	"at_desk" boolean DEFAULT false NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"candidate" uuid NOT NULL,
	"picture" uuid,
	"judgement" jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"queue" text NOT NULL,
	"subject" uuid NOT NULL,
	"officer" uuid NOT NULL,
	"since" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "claims_queue_subject_pk" PRIMARY KEY("queue","subject")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"queue" text NOT NULL,
	"subject" uuid NOT NULL,
	"no" integer NOT NULL,
	"officer" uuid NOT NULL,
	"decision" text NOT NULL,
	"seconds" integer NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "profile_submissions" ADD CONSTRAINT "profile_submissions_profile_profiles_id_fk" FOREIGN KEY ("profile") REFERENCES "public"."profiles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_id_accounts_id_fk" FOREIGN KEY ("id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_entries" ADD CONSTRAINT "record_entries_admission_number_admission_numbers_number_fk" FOREIGN KEY ("admission_number") REFERENCES "public"."admission_numbers"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_submissions" ADD CONSTRAINT "enrolment_submissions_enrolment_enrolments_id_fk" FOREIGN KEY ("enrolment") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_candidate_accounts_id_fk" FOREIGN KEY ("candidate") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_session_exam_sessions_id_fk" FOREIGN KEY ("session") REFERENCES "public"."exam_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sittings" ADD CONSTRAINT "sittings_enrolment_enrolments_id_fk" FOREIGN KEY ("enrolment") REFERENCES "public"."enrolments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offerings" ADD CONSTRAINT "offerings_session_exam_sessions_id_fk" FOREIGN KEY ("session") REFERENCES "public"."exam_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offerings" ADD CONSTRAINT "offerings_course_courses_code_fk" FOREIGN KEY ("course") REFERENCES "public"."courses"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_courses" ADD CONSTRAINT "plan_courses_course_courses_code_fk" FOREIGN KEY ("course") REFERENCES "public"."courses"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_major_majors_code_fk" FOREIGN KEY ("major") REFERENCES "public"."majors"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_session_exam_sessions_id_fk" FOREIGN KEY ("session") REFERENCES "public"."exam_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "windows" ADD CONSTRAINT "windows_session_exam_sessions_id_fk" FOREIGN KEY ("session") REFERENCES "public"."exam_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "windows" ADD CONSTRAINT "windows_district_districts_code_fk" FOREIGN KEY ("district") REFERENCES "public"."districts"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "admission_numbers" ADD CONSTRAINT "admission_numbers_candidate_accounts_id_fk" FOREIGN KEY ("candidate") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_owner_accounts_id_fk" FOREIGN KEY ("owner") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_candidate_accounts_id_fk" FOREIGN KEY ("candidate") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_picture_pictures_id_fk" FOREIGN KEY ("picture") REFERENCES "public"."pictures"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_officer_accounts_id_fk" FOREIGN KEY ("officer") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_officer_accounts_id_fk" FOREIGN KEY ("officer") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_candidate_seq_index" ON "audit_entries" USING btree ("candidate","seq");--> statement-breakpoint
CREATE INDEX "audit_entries_actor_name_seq_index" ON "audit_entries" USING btree ("actor_name","seq");--> statement-breakpoint
CREATE INDEX "audit_entries_subject_seq_index" ON "audit_entries" USING btree ("subject","seq");--> statement-breakpoint
CREATE INDEX "events_subject_id_id_index" ON "events" USING btree ("subject_id","id");--> statement-breakpoint
CREATE INDEX "idempotency_at_index" ON "idempotency" USING btree ("at");--> statement-breakpoint
CREATE INDEX "outbox_next_at_index" ON "outbox" USING btree ("next_at") WHERE "outbox"."delivered_at" is null;--> statement-breakpoint
CREATE INDEX "profiles_queue" ON "profiles" USING btree ("district","state","submitted_at","id");--> statement-breakpoint
CREATE INDEX "profiles_name" ON "profiles" USING btree ("name");--> statement-breakpoint
CREATE INDEX "record_entries_admission_number_index" ON "record_entries" USING btree ("admission_number");--> statement-breakpoint
CREATE INDEX "enrolments_queue" ON "enrolments" USING btree ("district","state","submitted_at","id");--> statement-breakpoint
CREATE INDEX "plan_courses_course_index" ON "plan_courses" USING btree ("course");--> statement-breakpoint
CREATE INDEX "texts_kind_published_at_index" ON "texts" USING btree ("kind","published_at");--> statement-breakpoint
CREATE UNIQUE INDEX "windows_key" ON "windows" USING btree ("session","function",coalesce("district", ''));--> statement-breakpoint
CREATE INDEX "admission_numbers_id_number_index_index" ON "admission_numbers" USING btree ("id_number_index");--> statement-breakpoint
CREATE INDEX "admission_numbers_candidate_index" ON "admission_numbers" USING btree ("candidate");--> statement-breakpoint
CREATE INDEX "sessions_account_index" ON "sessions" USING btree ("account");--> statement-breakpoint
CREATE UNIQUE INDEX "sms_codes_phone_index_purpose_index" ON "sms_codes" USING btree ("phone_index","purpose");--> statement-breakpoint
CREATE INDEX "messages_account_at_index" ON "messages" USING btree ("account","at");--> statement-breakpoint
CREATE INDEX "pictures_owner_index" ON "pictures" USING btree ("owner");--> statement-breakpoint
CREATE INDEX "verifications_candidate_index" ON "verifications" USING btree ("candidate");--> statement-breakpoint
CREATE INDEX "verifications_picture_index" ON "verifications" USING btree ("picture");--> statement-breakpoint
CREATE INDEX "claims_officer_index" ON "claims" USING btree ("officer");--> statement-breakpoint
CREATE INDEX "decisions_officer_at_index" ON "decisions" USING btree ("officer","at");--> statement-breakpoint
CREATE INDEX "decisions_subject_index" ON "decisions" USING btree ("subject");