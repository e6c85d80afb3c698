export { ProfileEntry } from './ProfileEntry.tsx';
export { ProfileStep } from './ProfileStep.tsx';
export { ProfileView } from './ProfileView.tsx';
