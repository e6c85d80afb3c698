insert into clock default values;
--> statement-breakpoint
-- Whether a function of a session is open for a district; its own row goes before the province's.
create function window_open(of_session text, of_function text, of_district text) returns boolean
language plpgsql volatile as $$
declare w record; t timestamptz := app_now();
begin
  select opens_at, closes_at into w from windows
   where session = of_session and function = of_function and (district = of_district or district is null)
   order by district nulls last limit 1;
  return found and t >= w.opens_at and t < w.closes_at;
end $$;
--> statement-breakpoint
-- Deadlines are judged at commit: deferred triggers run as the last thing of the transaction. ZK001 becomes `window.closed`.
create function refuse_late_enrolment() returns trigger language plpgsql as $$
declare s text;
begin
  select session into s from enrolments where id = new.enrolment;
  if not window_open(s, 'enrolment', new.district) then
    raise exception 'outside the enrolment window' using errcode = 'ZK001';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger enrolment_in_time after insert on enrolment_submissions
deferrable initially deferred for each row execute function refuse_late_enrolment();
--> statement-breakpoint
create function refuse_late_profile() returns trigger language plpgsql as $$
declare s text;
begin
  select id into s from exam_sessions where current;
  if not window_open(s, 'profile', new.district) then
    raise exception 'outside the profile window' using errcode = 'ZK001';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger profile_in_time after insert on profile_submissions
deferrable initially deferred for each row execute function refuse_late_profile();
--> statement-breakpoint
create unique index one_current_session on exam_sessions (current) where current;
--> statement-breakpoint
-- What happened stays as it was written.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'ZK002';
end $$;
--> statement-breakpoint
create trigger append_only before update or delete or truncate on audit_entries for each statement execute function refuse_change();
--> statement-breakpoint
create trigger append_only before update or delete or truncate on audit_links for each statement execute function refuse_change();
--> statement-breakpoint
create trigger append_only before update or delete or truncate on audit_heads for each statement execute function refuse_change();
--> statement-breakpoint
create trigger append_only before update or delete or truncate on events for each statement execute function refuse_change();
--> statement-breakpoint
-- A writer of the trail has its transaction number before it draws an entry's: sealing relies on it (modules/audit/seal.ts).
create function number_writer() returns trigger language plpgsql as $$
begin
  perform pg_current_xact_id();
  return null;
end $$;
--> statement-breakpoint
create trigger numbered before insert on audit_entries for each statement execute function number_writer();
