import { sql } from 'drizzle-orm';
import { RESERVED_HOURS } from '@zikao/contract/applications/lifecycle';

/** What comes again waits a while for whoever decided on it last, then for anyone. */
export function reserve(officer: string | null | undefined) {
  return {
    reservedFor: officer ?? null,
    reservedUntil: officer ? sql`app_now() + make_interval(hours => ${RESERVED_HOURS})` : null,
  };
}
