import { randomFrom } from './random.ts';

export type Sex = 'male' | 'female';
export type Hair = 'short' | 'parted' | 'crop' | 'bob' | 'tied' | 'long';

/** The features of one drawn person. Lengths are in a frame of 480 × 640. */
export type Person = {
  sex: Sex;
  hair: Hair;
  skin: { light: string; base: string; shade: string; line: string };
  hairColour: { base: string; light: string };
  cloth: { base: string; shade: string; inner: string };
  collar: 'shirt' | 'round' | 'jacket';
  glasses: boolean;
  faceWidth: number;
  jaw: number;
  eyeY: number;
  eyeGap: number;
  brow: number;
  mouth: number;
  random: () => number;
};

const skins = [
  { light: '#f8d9bd', base: '#eec19c', shade: '#cf9a75', line: '#8a5a44' },
  { light: '#f3cfae', base: '#e4b38c', shade: '#c08a66', line: '#7c4f3a' },
  { light: '#eabf98', base: '#d8a378', shade: '#b07c58', line: '#6f4431' },
];
const hairs = [
  { base: '#1d1a1b', light: '#4a4345' },
  { base: '#26201d', light: '#594a42' },
  { base: '#2f2622', light: '#6a564a' },
];
const cloths = [
  { base: '#26364f', shade: '#17233a', inner: '#eef1f5' },
  { base: '#5d6b53', shade: '#424e3b', inner: '#f1eee6' },
  { base: '#7a3f46', shade: '#5a2b32', inner: '#f3ece8' },
  { base: '#3e4650', shade: '#2a3038', inner: '#dfe7ee' },
  { base: '#2f5f6e', shade: '#20454f', inner: '#f0f2ee' },
];

/** A person whose looks follow from the seed. */
export function personOf(seed: string | number, sex?: Sex): Person {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const between = (low: number, high: number) => low + random() * (high - low);
  const being = sex ?? pick(['male', 'female'] as const);
  return {
    sex: being,
    hair:
      being === 'male' ? pick(['short', 'parted', 'crop'] as const) : pick(['bob', 'tied', 'long'] as const),
    skin: pick(skins),
    hairColour: pick(hairs),
    cloth: pick(cloths),
    collar: pick(['shirt', 'round', 'jacket'] as const),
    glasses: random() < 0.3,
    faceWidth: between(196, 214),
    jaw: between(0.72, 0.86),
    eyeY: between(248, 256),
    eyeGap: between(47, 51),
    brow: between(-3, 3),
    mouth: between(30, 36),
    random,
  };
}
