const off = { enabled: false };

/**
 * How browser and verifier look for faces (settings of @vladmandic/human): one for both, so that what is said before
 * 提交验证 is what is judged after it. Where the models lie is each side's own.
 */
export const FACE_DETECTOR = {
  backend: 'wasm' as const,
  async: false,
  debug: false,
  warmup: 'none' as const,
  // Its memory of the last picture would answer for a similar one: between two candidates that is a leak.
  cacheSensitivity: 0,
  skipAllowed: false,
  filter: off,
  gesture: off,
  body: off,
  hand: off,
  object: off,
  segmentation: off,
  face: {
    enabled: true,
    detector: { rotation: true, maxDetected: 10, minConfidence: 0.2, iouThreshold: 0.1, return: false },
    mesh: { enabled: true },
    iris: { enabled: true },
    attention: off,
    emotion: off,
    description: off,
    antispoof: off,
    liveness: off,
  },
};
