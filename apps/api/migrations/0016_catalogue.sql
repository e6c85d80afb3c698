CREATE TABLE "plan_groups" (
	"major" text NOT NULL,
	"version" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"rule" text NOT NULL,
	"min_courses" integer,
	"min_credits" numeric,
	"max_courses" integer,
	"last" boolean DEFAULT false NOT NULL,
	CONSTRAINT "plan_groups_major_version_name_pk" PRIMARY KEY("major","version","name")
);
--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "majors" ADD COLUMN "school" text;--> statement-breakpoint
ALTER TABLE "majors" ADD COLUMN "newcomers_end" date;--> statement-breakpoint
ALTER TABLE "majors" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "conditions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_groups" ADD CONSTRAINT "plan_groups_major_version_plans_major_version_fk" FOREIGN KEY ("major","version") REFERENCES "public"."plans"("major","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- Databases filled before groups had measures of their own: what their names said.
INSERT INTO "plan_groups" ("major", "version", "name", "position", "rule", "min_courses", "max_courses", "last")
SELECT c."major", c."version", c."group", row_number() OVER (PARTITION BY c."major", c."version" ORDER BY min(c."position")) - 1,
	CASE WHEN c."group" LIKE '%任选一门%' OR (c."group" LIKE '%选考%' AND (p."min_courses" IS NOT NULL OR p."min_credits" IS NOT NULL)) THEN 'some' ELSE 'all' END,
	CASE WHEN c."group" LIKE '%任选一门%' THEN 1 END,
	CASE WHEN c."group" LIKE '%任选一门%' THEN 1 END,
	c."group" = '毕业考核'
FROM "plan_courses" c JOIN "plans" p ON p."major" = c."major" AND p."version" = c."version"
GROUP BY c."major", c."version", c."group", p."min_courses", p."min_credits";
