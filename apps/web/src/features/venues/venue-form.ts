import { USUAL_ROOM, type Venue, VenuePlan } from '@zikao/contract/venues';

/** Rooms as they are typed. */
export interface TypedRoom {
  no: string;
  rows: string;
  columns: string;
  capacity: string;
  accessible: boolean;
}
export interface TypedVenue {
  code: string;
  name: string;
  address: string;
  inUse: boolean;
  rooms: TypedRoom[];
}

export const EMPTY: TypedVenue = { code: '', name: '', address: '', inUse: true, rooms: [] };

export const typed = ({ code, name, address, inUse, rooms }: Venue): TypedVenue => ({
  code,
  name,
  address,
  inUse,
  rooms: rooms.map(({ no, accessible, ...size }) => ({ no, accessible, ...asText(size) })),
});

const asText = ({ rows, columns, capacity }: { rows: number; columns: number; capacity: number }) => ({
  rows: String(rows),
  columns: String(columns),
  capacity: String(capacity),
});

/** So many usual rooms more, numbered on from the highest number there is: 01, 02 … */
export function moreRooms(rooms: readonly TypedRoom[], count: number): TypedRoom[] {
  const last = Math.max(0, ...rooms.map(({ no }) => Number.parseInt(no, 10) || 0));
  const width = Math.max(2, rooms.at(-1)?.no.length ?? 0);
  return Array.from({ length: count }, (_, at) => ({
    no: String(last + at + 1).padStart(width, '0'),
    ...asText(USUAL_ROOM),
    accessible: false,
  }));
}

export const seatsOf = (rooms: readonly TypedRoom[]): number =>
  rooms.reduce((sum, { capacity }) => sum + (Number.parseInt(capacity, 10) || 0), 0);

/** Wrong: sentences by the path of the control. */
export function checkVenue(venue: TypedVenue): { body: VenuePlan } | { faults: Record<string, string> } {
  const result = VenuePlan.safeParse(venue);
  if (result.success) return { body: result.data };
  const faults: Record<string, string> = {};
  for (const { path, message } of result.error.issues) faults[path.join('.')] ??= message;
  return { faults };
}
