-- The standard asks for 20 to 40 KB; provinces filled before knew only the upper end.
update province set photo_profile = jsonb_set(photo_profile, '{minBytes}', '20480')
where (photo_profile ->> 'maxBytes')::int = 40960 and not photo_profile ? 'minBytes';
