export { type Occupant, occupantsOf, type RoomInUse, roomsOf, type WhichRun } from './occupants-of.ts';
export { seatsPublishedAt } from './published-at.ts';
export { type PublishedSeat, seatsOf } from './seats-of.ts';
export { lastPublished, seatingStands } from './stands.ts';
