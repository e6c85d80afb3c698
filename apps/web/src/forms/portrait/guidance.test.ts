import { describe, expect, it } from 'vitest';
import { judge, MEASURES, type MeasureValues, type PhotoProfile } from '@zikao/contract/measures';
import { LIMITS } from '@zikao/contract/measures-limits';
import type { FaceMarks } from '@zikao/contract/verification';
import { countdown, hintOf, LIVE_MEASURES, stayed } from './guidance.ts';

const profile: PhotoProfile = {
  name: '示例',
  minWidth: 480,
  minHeight: 640,
  width: 480,
  height: 640,
  dpi: 300,
  background: { name: '白色', rgb: [255, 255, 255] },
  rules: [],
  source: '',
  limits: LIMITS,
};

const face = (change: Partial<FaceMarks['box']> = {}, eyes = 0.39): FaceMarks => ({
  box: { x: 0.29, y: 0.27, width: 0.42, height: 0.35, ...change },
  eyes: [
    { x: 0.4, y: eyes },
    { x: 0.6, y: eyes },
  ],
  crown: 0.16,
  chin: 0.62,
});

const hint = (values: MeasureValues, marks = face()) =>
  hintOf(judge(profile, values, { face: marks }), '白色');

describe('the hint', () => {
  it('is one: the face comes first, then its place, then light, wall and expression', () => {
    const all: MeasureValues = { eyesOpen: 0.1, luminanceMean: 20, headSize: 0.8, singleFacePresent: 0 };
    expect(hint(all)).toBe('请把脸放进椭圆框里，画面里只有您一个人');
    expect(hint({ ...all, singleFacePresent: 1 }, { ...face(), chin: 0.9 })).toBe('请离远一点');
    expect(hint({ eyesOpen: 0.1, luminanceMean: 20 })).toBe('光线太暗，请面向光源');
    expect(hint({ eyesOpen: 0.1 })).toBe('请睁开双眼');
  });

  it('says which way, as the person sees it in the mirror', () => {
    const values = { horizontalPosition: 0.1 };
    expect(hint(values, face({ x: 0.1 }))).toBe('请向左移一点');
    expect(hint(values, face({ x: 0.5 }))).toBe('请向右移一点');
    expect(hint({ headSize: 0.2 }, { ...face(), crown: 0.4, chin: 0.6 })).toBe('请靠近一点');
    expect(hint({ eyeLine: 120 }, face({}, 0.19))).toContain('抬高');
    expect(hint({ eyeLine: 400 }, face({}, 0.62))).toContain('放低');
  });

  it('names the colour the province wants, and nothing that only could be better', () => {
    expect(hint({ backgroundColour: 300 })).toBe('请换用白色背景');
    expect(hint({ backgroundColour: 100 })).toBeUndefined();
    expect(hint({})).toBeUndefined();
  });

  it('is there for every measure that a person before the camera can change', () => {
    const ofTheFile = ['width', 'height', 'aspectRatio', 'fileBytes', 'compression', 'borders'];
    const changing = MEASURES.filter(({ id, group }) => group !== 'identity' && !ofTheFile.includes(id));
    expect(LIVE_MEASURES.toSorted()).toEqual(changing.map(({ id }) => id).toSorted());
  });
});

describe('the countdown', () => {
  it('waits a moment, counts three, and takes the picture', () => {
    const said = Array.from({ length: 14 }, (_, beat) => countdown(beat * 200));
    expect([...new Set(said)]).toEqual(['wait', 3, 2, 1, 'shoot']);
    expect(said.indexOf('shoot') * 200).toBe(2600);
  });

  it('begins again when the head moves, comes closer, or was not there', () => {
    expect(stayed(face(), face({ x: 0.3 }))).toBe(true);
    expect(stayed(face(), face({ x: 0.34 }))).toBe(false);
    expect(stayed(face(), face({ x: 0.27, y: 0.255, width: 0.46, height: 0.38 }))).toBe(false);
    expect(stayed(undefined, face())).toBe(false);
    expect(stayed(face(), undefined)).toBe(false);
  });
});
