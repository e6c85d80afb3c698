import { sql } from 'drizzle-orm';
import { UNDO_HOURS } from '@zikao/contract/desk/lifecycle';

/** When what begins to wait now takes effect. */
export const UNDO_TIME = sql`app_now() + make_interval(hours => ${UNDO_HOURS})`;
