CREATE TABLE "audit_shown" (
	"candidate" uuid NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "audit_shown_candidate_seq_pk" PRIMARY KEY("candidate","seq")
);
--> statement-breakpoint
DROP INDEX "audit_entries_candidate_seq_index";--> statement-breakpoint
DROP INDEX "audit_entries_actor_name_seq_index";--> statement-breakpoint
DROP INDEX "audit_entries_subject_seq_index";--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "district" text;--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit_entries" USING btree ("at","seq");--> statement-breakpoint
CREATE INDEX "audit_candidate" ON "audit_entries" USING btree ("candidate","at","seq") WHERE "audit_entries"."candidate" is not null;--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit_entries" USING btree ("actor","at","seq") WHERE "audit_entries"."actor" is not null;--> statement-breakpoint
CREATE INDEX "audit_action" ON "audit_entries" USING btree ("action","at","seq");--> statement-breakpoint
CREATE INDEX "audit_district" ON "audit_entries" USING btree ("district","at","seq") WHERE "audit_entries"."district" is not null;--> statement-breakpoint
CREATE INDEX "audit_district_action" ON "audit_entries" USING btree ("district","action","at","seq") WHERE "audit_entries"."district" is not null;--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit_entries" USING btree ("subject","at","seq");--> statement-breakpoint
create trigger append_only before update or delete or truncate on audit_shown for each statement execute function refuse_change();
