import type { MeasureValues } from './measures.ts';
import type { FaceMarks, Point } from './verification.ts';

/** One face as the detector of `@vladmandic/human` tells it: 478 points in pixels of the picture, angles in radians. */
export type FoundFace = {
  boxScore: number;
  faceScore: number;
  /** x, y (and depth, not used). */
  mesh: readonly (readonly number[])[];
  rotation: { angle: { roll: number; yaw: number; pitch: number } } | null;
};

export type FaceValues = { values: MeasureValues; face?: FaceMarks };

// Numbers of mesh points (MediaPipe's face mesh).
const OVAL = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
  150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
];
/** Outer corner, upper lid twice, inner corner, lower lid twice; the picture's left eye first. */
const EYES = [
  [33, 160, 158, 133, 153, 144],
  [263, 387, 385, 362, 380, 373],
] as const;
const LIPS = [13, 14] as const;

/** The mesh ends where the forehead does; hair and skull reach on by this share of the face's height. */
const CROWN = 0.32;
/** Measures in pixels mean those of a picture of this height, as the standards write them. */
export const STANDARD_HEIGHT = 640;

/**
 * Geometry of the one face of a portrait: the same for browser and server, whatever the size of the picture.
 * Without exactly one face only `singleFacePresent` is known.
 */
export function measureFaces(found: readonly FoundFace[], width: number, height: number): FaceValues {
  const faces = realFaces(found);
  const only = faces[0];
  if (!only || faces.length > 1) return { values: { singleFacePresent: faces.length } };
  const face = marksOf(only.mesh, width, height);
  const { box, eyes, crown, chin } = face;
  const { roll, yaw, pitch } = poseOf(only, face, width, height);
  return {
    face,
    values: {
      singleFacePresent: 1,
      headSize: chin - crown,
      faceWidth: box.width,
      horizontalPosition: Math.abs(box.x + box.width / 2 - 0.5),
      marginAbove: crown,
      marginLeft: box.x,
      marginRight: 1 - box.x - box.width,
      hairline: crown * STANDARD_HEIGHT,
      eyeLine: ((eyes[0].y + eyes[1].y) / 2) * STANDARD_HEIGHT,
      headPoseRoll: Math.abs(roll),
      headPoseYaw: Math.abs(yaw),
      headPosePitch: Math.abs(pitch),
      eyesOpen: (openness(only.mesh, EYES[0]) + openness(only.mesh, EYES[1])) / 2,
      mouthClosed: distance(only.mesh, ...LIPS) / (box.height * height),
    },
  };
}

/** Detectors see ghosts: unsure ones, and small ones beside a large face, are left out. Largest first. */
export function realFaces<F extends FoundFace>(found: readonly F[]): F[] {
  const sure = found
    .filter(({ boxScore, faceScore }) => boxScore >= 0.5 && faceScore >= 0.5)
    .map((face) => ({ face, width: spanOf(face.mesh).width }))
    .toSorted((one, other) => other.width - one.width);
  return sure.filter(({ width }) => width >= sure[0]!.width / 4).map(({ face }) => face);
}

/** Where a face is, in shares of the picture. */
export function marksOf(mesh: FoundFace['mesh'], width: number, height: number): FaceMarks {
  const span = spanOf(mesh);
  const eye = ([outer, , , inner]: readonly number[]): Point => ({
    x: (mesh[outer!]![0]! + mesh[inner!]![0]!) / 2 / width,
    y: (mesh[outer!]![1]! + mesh[inner!]![1]!) / 2 / height,
  });
  return {
    box: {
      x: span.left / width,
      y: span.top / height,
      width: span.width / width,
      height: span.height / height,
    },
    eyes: [eye(EYES[0]), eye(EYES[1])],
    crown: (span.top - CROWN * span.height) / height,
    chin: (span.top + span.height) / height,
  };
}

function spanOf(mesh: FoundFace['mesh']) {
  const xs = OVAL.map((point) => mesh[point]![0]!);
  const ys = OVAL.map((point) => mesh[point]![1]!);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** Degrees. Roll from the line through the eyes, which is steadier than the detector's own. */
export function poseOf(
  { rotation }: FoundFace,
  { eyes: [left, right] }: FaceMarks,
  width: number,
  height: number,
) {
  const degrees = 180 / Math.PI;
  return {
    roll: Math.atan2((right.y - left.y) * height, (right.x - left.x) * width) * degrees,
    yaw: (rotation?.angle.yaw ?? 0) * degrees,
    pitch: (rotation?.angle.pitch ?? 0) * degrees,
  };
}

/** Eye aspect ratio (Soukupová and Čech): height of the opening by its width. */
function openness(mesh: FoundFace['mesh'], [outer, up, upper, inner, lower, low]: (typeof EYES)[number]) {
  return (distance(mesh, up, low) + distance(mesh, upper, lower)) / (2 * distance(mesh, outer, inner));
}

const distance = (mesh: FoundFace['mesh'], one: number, other: number) =>
  Math.hypot(mesh[one]![0]! - mesh[other]![0]!, mesh[one]![1]! - mesh[other]![1]!);
