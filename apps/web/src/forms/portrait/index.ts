export { Camera } from './Camera.tsx';
export { FinderMark } from './FinderMark.tsx';
export { frameAround } from './framing.ts';
export { hintOf } from './guidance.ts';
export { useFaceFinder, type Finding } from './use-face-finder.ts';
