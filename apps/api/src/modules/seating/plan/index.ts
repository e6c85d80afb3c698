export { addLate } from './add-late.ts';
export { faultsOf, type SeatingFault } from './faults.ts';
export type { Place, Room, SeatingInput, Shortfall, Sitting, Slot, Venue } from './input.ts';
export { planSeating, type Options, type SeatingPlan } from './plan.ts';
export { reportOf, type SeatingReport } from './report.ts';
