CREATE TABLE "equivalences" (
	"basis" text NOT NULL,
	"old" text NOT NULL,
	"name" text NOT NULL,
	"course" text NOT NULL,
	"fewer_credits" boolean NOT NULL,
	"from" date NOT NULL,
	"until" date,
	"grade" text NOT NULL,
	"source" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "equivalences_basis_old_course_pk" PRIMARY KEY("basis","old","course")
);
--> statement-breakpoint
ALTER TABLE "equivalences" ADD CONSTRAINT "equivalences_course_courses_code_fk" FOREIGN KEY ("course") REFERENCES "public"."courses"("code") ON DELETE no action ON UPDATE no action;
