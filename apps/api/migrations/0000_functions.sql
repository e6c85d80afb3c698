-- The product's clock: real time, moved or stopped by the one row of `clock`. Volatile: it goes on within a transaction,
-- so a check at commit sees the moment of commit.
create function app_now() returns timestamptz language plpgsql volatile as $$
declare c record;
begin
  select offset_, frozen into c from clock;
  if not found then return clock_timestamp(); end if;
  return coalesce(c.frozen, clock_timestamp() + c.offset_);
end $$;
