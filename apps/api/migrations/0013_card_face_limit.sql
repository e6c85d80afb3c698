-- As 0003: a limit for a measure that came later; what a province has set stays.
update province set photo_profile = jsonb_set(photo_profile, '{limits}', '{"cardFace":{"warnBelow":1}}'::jsonb || (photo_profile -> 'limits'));
