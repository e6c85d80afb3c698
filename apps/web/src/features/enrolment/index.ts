export { EnrolmentEntry } from './EnrolmentEntry.tsx';
export { EnrolmentStep } from './EnrolmentStep.tsx';
