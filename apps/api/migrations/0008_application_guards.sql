-- The deadline of an application is judged at commit, like the others'. ZK001 becomes `window.closed`.
create function refuse_late_application() returns trigger language plpgsql as $$
declare a record;
begin
  select session, "window" into a from applications where id = new.application;
  if not window_open(a.session, a."window", new.district) then
    raise exception 'outside the window of the application' using errcode = 'ZK001';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger application_in_time after insert on application_submissions
deferrable initially deferred for each row execute function refuse_late_application();
