export { Camera } from './Camera.tsx';
export { checkPhoto } from './check-photo.ts';
export { PhotoCropper } from './PhotoCropper.tsx';
export { capture, useCamera } from './use-camera.ts';
export { FinderMark } from './FinderMark.tsx';
export { frameAround } from './framing.ts';
export { hintOf } from './guidance.ts';
export { useFaceFinder, type Finding } from './use-face-finder.ts';
