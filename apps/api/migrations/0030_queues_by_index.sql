CREATE INDEX "applications_state" ON "applications" USING btree ("kind","state","submitted_at","id");--> statement-breakpoint
CREATE INDEX "profiles_state" ON "profiles" USING btree ("state","submitted_at","id");--> statement-breakpoint
CREATE INDEX "enrolments_candidate" ON "enrolments" USING btree ("candidate");--> statement-breakpoint
CREATE INDEX "enrolments_state" ON "enrolments" USING btree ("state","submitted_at","id");