/** A room's seats are numbered from 1 in snake order: down the first column, up the second, and so on. */
export interface Room {
  no: string;
  rows: number;
  columns: number;
  /** Seats in use, at most `rows × columns`. */
  capacity: number;
  accessible?: boolean;
}

export interface Venue {
  code: string;
  district: string;
  /** Filled in this order. */
  rooms: Room[];
}

/** A half-day. Slots of one date are one day, in which a candidate should not have to change the venue. */
export interface Slot {
  no: string;
  date: string;
}

/** One candidate in one slot. `accessible`: needs a room that can be reached without steps. */
export interface Sitting {
  candidate: string;
  district: string;
  slot: string;
  course: string;
  accessible?: boolean;
}

/** Everything a plan depends on: the same input gives the same seats, on every machine, whatever the order of `sittings`. */
export interface SeatingInput {
  /** Kept secret until publication; its hash is published before the run. */
  seed: string;
  slots: Slot[];
  /** Filled in this order. */
  venues: Venue[];
  sittings: Sitting[];
}

/** Where a sitting is: indices into the input's venues and their rooms; `seat` counts from 1. */
export interface Place {
  venue: number;
  room: number;
  seat: number;
}

/** Too few seats that the rules allow, in one district and slot. */
export interface Shortfall {
  district: string;
  slot: string;
  sittings: number;
  seats: number;
  /** Sittings that found no seat. */
  missing: number;
}
