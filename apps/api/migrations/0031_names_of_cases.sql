ALTER TABLE "applications" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "name" text;
-- The candidate's name in every case, so that a queue is searched without looking each person up.
create function take_name() returns trigger language plpgsql as $$
begin
  select name into new.name from profiles where id = new.candidate;
  return new;
end $$;
--> statement-breakpoint
create trigger named before insert or update of candidate on enrolments for each row execute function take_name();
--> statement-breakpoint
create trigger named before insert or update of candidate on applications for each row execute function take_name();
--> statement-breakpoint
create function pass_name_on() returns trigger language plpgsql as $$
begin
  update enrolments set name = new.name where candidate = new.id;
  update applications set name = new.name where candidate = new.id;
  return null;
end $$;
--> statement-breakpoint
create trigger name_passed_on after update of name on profiles for each row
  when (old.name is distinct from new.name) execute function pass_name_on();
--> statement-breakpoint
update enrolments set name = profiles.name from profiles where profiles.id = enrolments.candidate;
--> statement-breakpoint
update applications set name = profiles.name from profiles where profiles.id = applications.candidate;
