export { EntryFrame } from './EntryFrame.tsx';
export { SignInPage } from './SignInPage.tsx';

/** The menus of a signed-in candidate are no part of what the sign-in page downloads. */
export const candidateFrame = async () => (await import('./CandidateFrame.tsx')).CandidateFrame;
export const openFrame = async () => (await import('./OpenFrame.tsx')).OpenFrame;
