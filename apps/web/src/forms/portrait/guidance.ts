import type { Judgement, Measured, MeasureId } from '@zikao/contract/measures';
import type { FaceMarks } from '@zikao/contract/verification';

type Words = string | ((face: FaceMarks, background: string) => string);

/**
 * What to say before the camera, most important first: nobody can follow two hints at once. Left and right are those
 * of the person, who sees a mirror.
 */
const HINTS: Partial<Record<MeasureId, Words>> = {
  singleFacePresent: '请把脸放进椭圆框里，画面里只有您一个人',
  headSize: ({ crown, chin }) => (chin - crown > 0.55 ? '请离远一点' : '请靠近一点'),
  faceWidth: ({ box }) => (box.width > 0.46 ? '请离远一点' : '请靠近一点'),
  horizontalPosition: aside,
  marginLeft: aside,
  marginRight: aside,
  marginAbove: '头顶多留些空白，请把镜头抬高一点',
  hairline: upOrDown,
  eyeLine: upOrDown,
  headPoseRoll: '请把头摆正',
  headPoseYaw: '请正对镜头',
  headPosePitch: '请平视镜头，镜头与眼睛同高',
  luminanceMean: '光线太暗，请面向光源',
  overExposure: '光线太强，请避开直射光',
  underExposure: '脸上有阴影，请让光线从正前方照来',
  backgroundUniformity: '背景不干净，请换一面纯色的墙',
  backgroundColour: (_, background) => `请换用${background}背景`,
  colourfulness: '请关闭黑白滤镜',
  naturalColour: '颜色不自然，请关闭滤镜或换白光',
  eyesOpen: '请睁开双眼',
  mouthClosed: '请闭上嘴唇',
  sharpness: '画面模糊，请拿稳，擦净镜头',
};

function aside({ box }: FaceMarks): string {
  return box.x + box.width / 2 < 0.5 ? '请向左移一点' : '请向右移一点';
}

function upOrDown({ eyes }: FaceMarks): string {
  return eyes[0].y < 0.39 ? '请把镜头抬高一点，或坐低一点' : '请把镜头放低一点，或坐高一点';
}

/** The measures that change while somebody stands before the camera. */
export const LIVE_MEASURES = Object.keys(HINTS) as MeasureId[];

const nowhere: FaceMarks = {
  box: { x: 0, y: 0, width: 0, height: 0 },
  eyes: [
    { x: 0, y: 0 },
    { x: 0, y: 0 },
  ],
  crown: 0,
  chin: 0,
};

/** The one thing to do next; undefined when nothing would fail. */
export function hintOf({ measures, face = nowhere }: Judgement, background: string): string | undefined {
  const failed = new Set(measures.filter(({ verdict }: Measured) => verdict === 'fail').map(({ id }) => id));
  const first = LIVE_MEASURES.find((id) => failed.has(id));
  const words = first && HINTS[first];
  return typeof words === 'function' ? words(face, background) : words;
}

/** Milliseconds of quiet before the countdown, and of each of its three numbers. */
const QUIET = 500;
const BEAT = 700;

/** What to do after so long without a fault and without moving: wait, count 3, 2, 1, or take the picture. */
export function countdown(steadyFor: number): 'wait' | 3 | 2 | 1 | 'shoot' {
  const beats = Math.floor((steadyFor - QUIET) / BEAT);
  if (beats < 0) return 'wait';
  return beats < 3 ? ((3 - beats) as 3 | 2 | 1) : 'shoot';
}

/** Whether the head stayed where it was: by less than a fiftieth of the picture. */
export function stayed(before: FaceMarks | undefined, now: FaceMarks | undefined): boolean {
  if (!before || !now) return false;
  const middle = ({ box }: FaceMarks) => [box.x + box.width / 2, box.y + box.height / 2] as const;
  const [from, to] = [middle(before), middle(now)];
  return (
    Math.hypot(to[0] - from[0], to[1] - from[1]) < 0.02 && Math.abs(now.box.width - before.box.width) < 0.03
  );
}
