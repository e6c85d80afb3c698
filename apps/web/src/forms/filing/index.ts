export type { Checked, Filing, FilingCalls, TablesQuery } from './filing.ts';
export { FilingStep } from './FilingStep.tsx';
export { reachedStep, stepOf } from './steps.ts';
