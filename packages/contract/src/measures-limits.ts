import type { MeasureId } from './measures-list.ts';
import type { Limits } from './measures.ts';

/**
 * A starting point for a photo profile. Sharpness, brightness and background were measured on 789 studio portraits
 * and degraded copies (sharpness: sharp 5th percentile 146, blurred by sigma 1.5 95th percentile 45; dark skin in
 * good light reaches a brightness of 54, so nothing above 45 may fail); eyes on closed (0.10–0.185) and open ones
 * (0.23–0.35). Natural colour and exposure name the ranges of ISO/IEC 29794-5. Face width, hair and eyes: those of the
 * standard for certificate registration (480 × 640: face 180–300, top of the hair 50–110, eyes 200–300 pixels) warn,
 * the hair with 20 more because its top is reckoned; far outside fails. Identity: see docs/verification.md. The rest are margins to be set from a province's own
 * standard.
 */
export const LIMITS: Partial<Record<MeasureId, Limits>> = {
  singleFacePresent: { failBelow: 1, failAbove: 1 },
  headSize: { failBelow: 0.36, failAbove: 0.72, warnBelow: 0.4, warnAbove: 0.66 },
  faceWidth: { failBelow: 0.3, failAbove: 0.625, warnBelow: 0.375, warnAbove: 0.56 },
  horizontalPosition: { failAbove: 0.06, warnAbove: 0.04 },
  marginAbove: { failBelow: 0.04, warnBelow: 0.06 },
  marginLeft: { failBelow: 0.12 },
  marginRight: { failBelow: 0.12 },
  hairline: { failBelow: 20, failAbove: 160, warnBelow: 50, warnAbove: 130 },
  eyeLine: { failBelow: 160, failAbove: 340, warnBelow: 200, warnAbove: 300 },
  headPoseRoll: { failAbove: 10, warnAbove: 5 },
  headPoseYaw: { failAbove: 15, warnAbove: 10 },
  headPosePitch: { failAbove: 15, warnAbove: 12 },
  eyesOpen: { failBelow: 0.16, warnBelow: 0.2 },
  mouthClosed: { failAbove: 0.06, warnAbove: 0.03 },
  aspectRatio: { failAbove: 0.02 },
  fileBytes: { failBelow: 6 * 1024, warnBelow: 12 * 1024, failAbove: 15 * 1024 * 1024 },
  compression: { failAbove: 2, warnAbove: 1.7 },
  borders: { failAbove: 0.01 },
  luminanceMean: { failBelow: 45, warnBelow: 60 },
  underExposure: { failAbove: 0.35, warnAbove: 0.25 },
  overExposure: { failAbove: 0.12, warnAbove: 0.06 },
  sharpness: { failBelow: 60, warnBelow: 100 },
  colourfulness: { failBelow: 8 },
  naturalColour: { failAbove: 10, warnAbove: 6 },
  backgroundUniformity: { failAbove: 40, warnAbove: 25 },
  backgroundColour: { failAbove: 130, warnAbove: 80 },
  cardFace: { warnBelow: 1 },
  cardCopy: { warnBelow: 0.2 },
  faceDistance: { failAbove: 0.56, warnAbove: 0.48 },
  cardNumber: { failBelow: 0.5, warnBelow: 1 },
  cardName: { warnAbove: 2 },
  cardSex: { warnBelow: 1 },
  cardBirthDate: { warnBelow: 1 },
  cardValidity: { warnBelow: 0 },
  populationMatch: { failBelow: 0.5, warnBelow: 1 },
};
