ALTER TABLE "courses" DROP COLUMN "revision";--> statement-breakpoint
ALTER TABLE "majors" DROP COLUMN "revision";--> statement-breakpoint
ALTER TABLE "plans" DROP COLUMN "revision";