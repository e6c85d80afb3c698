import type { MeasureId } from './measures-list.ts';
import type { Limits } from './measures.ts';

/**
 * A starting point for a photo profile. Sharpness, brightness and background were measured on 789 studio portraits
 * and degraded copies (sharpness: sharp 5th percentile 146, blurred by sigma 1.5 95th percentile 45; dark skin in
 * good light reaches a brightness of 54, so nothing above 45 may fail). Natural colour and exposure name the ranges
 * of ISO/IEC 29794-5. The rest are margins to be set from a province's own standard.
 */
export const LIMITS: Partial<Record<MeasureId, Limits>> = {
  aspectRatio: { failAbove: 0.02 },
  fileBytes: { failBelow: 6 * 1024, warnBelow: 12 * 1024, failAbove: 15 * 1024 * 1024 },
  luminanceMean: { failBelow: 45, warnBelow: 60 },
  underExposure: { failAbove: 0.35, warnAbove: 0.25 },
  overExposure: { failAbove: 0.12, warnAbove: 0.06 },
  sharpness: { failBelow: 60, warnBelow: 100 },
  colourfulness: { failBelow: 8 },
  naturalColour: { failAbove: 10, warnAbove: 6 },
  backgroundUniformity: { failAbove: 40, warnAbove: 25 },
  backgroundColour: { failAbove: 130, warnAbove: 80 },
};
