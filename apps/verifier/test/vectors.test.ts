import { judge, type Measured, type PhotoProfile } from '@zikao/contract/measures';
import { LIMITS } from '@zikao/contract/measures-limits';
import { CARD_VECTORS, PHOTO_VECTORS, VECTORS_TODAY } from '@zikao/pictures';
import { beforeAll, describe, expect, it } from 'vitest';
import { openEngine, type Engine } from '#src/engine';

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
const nobody = { name: '马玉', idNumber: '630103199903081220' };

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});

type Expected = { fail?: string[]; warn?: string[]; either?: string[] };

/** Ids that fail and warn, but for those that may as well pass. */
function outcome(measures: Measured[], { either = [] }: Expected) {
  const ids = (verdict: string) =>
    measures
      .filter((one) => one.verdict === verdict && !either.includes(one.id))
      .map(({ id }) => id)
      .toSorted();
  return { fail: ids('fail'), warn: ids('warn') };
}
const wanted = ({ fail = [], warn = [] }: Expected) => ({ fail: fail.toSorted(), warn: warn.toSorted() });

describe('a photo', () => {
  it.each(PHOTO_VECTORS.map((vector) => [vector.name, vector] as const))('%s', async (_, vector) => {
    const { values } = await engine.run({
      kind: 'photo',
      photo: await vector.photo(),
      declared: nobody,
      background: profile.background.rgb,
      today: VECTORS_TODAY,
    });
    const measures = judge(profile, values).measures.filter(({ group }) => group !== 'identity');
    expect(measures.length).toBeGreaterThan(5);
    expect(outcome(measures, vector)).toEqual(wanted(vector));
  });
});

describe('a photo beside a card', () => {
  it.each(CARD_VECTORS.map((vector) => [vector.name, vector] as const))('%s', async (_, vector) => {
    const cardEmblem = await vector.cardEmblem?.();
    const { values } = await engine.run({
      kind: 'photo',
      photo: await vector.photo(),
      cardPortrait: await vector.cardPortrait(),
      ...(cardEmblem && { cardEmblem }),
      declared: vector.declared,
      background: profile.background.rgb,
      today: VECTORS_TODAY,
    });
    const measures = judge(profile, values).measures.filter(({ group }) => group === 'identity');
    expect(measures.length).toBeGreaterThan(4);
    expect(outcome(measures, vector)).toEqual(wanted(vector));
  });
});
