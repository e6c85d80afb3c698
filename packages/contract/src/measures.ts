import { z } from 'zod';
import {
  MEASURE_GROUPS,
  MEASURES,
  type Measure,
  type MeasureGroup,
  type MeasureId,
} from './measures-list.ts';
import { Box, FaceMarks } from './verification.ts';

export {
  MEASURE_GROUPS,
  MEASURES,
  type Measure,
  type MeasureGroup,
  type MeasureId,
} from './measures-list.ts';

export const Verdict = z.enum(['pass', 'warn', 'fail']);
export type Verdict = z.output<typeof Verdict>;

/** One measured value, the limit it was compared with, and the sentence for the candidate and the officer. */
export const Measured = z.object({
  id: z.string(),
  label: z.string(),
  value: z.number(),
  unit: z.string(),
  /** Absent in judgements made before measures were grouped. */
  group: z.enum(Object.keys(MEASURE_GROUPS) as [MeasureGroup]).optional(),
  /** The value in words, where a number says nothing: 一致, 未能识读. */
  text: z.string().optional(),
  limit: z.string(),
  /** Outside of it the officer looks; absent where there is none, and in old judgements. */
  advised: z.string().optional(),
  verdict: Verdict,
  sentence: z.string().optional(),
});
export type Measured = z.output<typeof Measured>;
export const Judgement = z
  .object({
    verdict: Verdict,
    measures: z.array(Measured),
    face: FaceMarks.optional(),
    /** The face on the card's portrait side. */
    cardFace: Box.optional(),
  })
  .meta({ id: 'Judgement' });
export type Judgement = z.output<typeof Judgement>;

/** What a value is compared with, in the unit it is measured in: bytes, fractions of 1, levels of 0 to 255. */
export const Limits = z
  .object({ failBelow: z.number(), failAbove: z.number(), warnBelow: z.number(), warnAbove: z.number() })
  .partial();
export type Limits = z.output<typeof Limits>;

/** The province's photo standard; limits by measure id. `width` and `height` are those of the stored copy. */
export const PhotoProfile = z
  .object({
    name: z.string(),
    minWidth: z.number().int(),
    minHeight: z.number().int(),
    width: z.number().int(),
    height: z.number().int(),
    dpi: z.number().int(),
    minBytes: z.number().int().optional().describe('规格照片文件的最小字节数，能达到时达到'),
    maxBytes: z.number().int().optional().describe('规格照片文件的最大字节数'),
    background: z.object({ name: z.string(), rgb: z.tuple([z.number(), z.number(), z.number()]) }),
    rules: z.array(z.string()),
    source: z.string(),
    limits: z.record(z.string(), Limits),
  })
  .meta({ id: 'PhotoProfile' });
export type PhotoProfile = z.output<typeof PhotoProfile>;

/** Values by measure id: shares and deviations as fractions of 1, `fileBytes` in bytes. Unknown ones are left out. */
export type MeasureValues = Partial<Record<MeasureId, number>>;

/** The measures that need no pixels. `size` is that of the picture as filed, in pixels and bytes. */
export function sizeValues(profile: PhotoProfile, size: { width: number; height: number; bytes: number }) {
  const ratio = profile.width / profile.height;
  return {
    width: size.width,
    height: size.height,
    aspectRatio: Math.abs(size.width / size.height / ratio - 1),
    fileBytes: size.bytes,
  };
}

/**
 * Compares values with the profile's limits. A value without limits, and a limit without a value, is left out.
 * `seen`: where the faces were, kept with the verdict.
 */
export function judge(
  profile: PhotoProfile,
  values: MeasureValues,
  seen: Pick<Judgement, 'face' | 'cardFace'> = {},
): Judgement {
  const named = new Set<string>();
  const measures: Measured[] = [];
  for (const measure of MEASURES) {
    const value = values[measure.id];
    const limits = limitsOf(profile, measure.id);
    if (value === undefined || !limits || named.has(measure.after ?? '')) continue;
    const verdict = verdictOf(value, limits);
    if (verdict !== 'pass') named.add(measure.id);
    const { id, label, unit, group, words } = measure;
    // 不一致 is said as such, also where a province only warns of it.
    const milder = verdict === 'warn' && !(words && value === 0) && measure.warn;
    const advice = verdict === 'pass' ? undefined : milder || measure.fail;
    const sentence = advice?.replaceAll('{background}', profile.background.name);
    const shown = {
      value: shownValue(value, measure),
      limit: words ? words[1]! : shownLimit(limits, measure),
    };
    const text = words?.[value as keyof typeof words];
    const advised = words ? '' : shownLimit(advisedOf(limits), measure);
    measures.push({
      id,
      label,
      unit,
      group,
      verdict,
      ...shown,
      ...(advised && { advised }),
      ...(text && { text }),
      ...(sentence && { sentence }),
    });
  }
  return { verdict: worst(measures.map((measure) => measure.verdict)), measures, ...seen };
}

/** The worst of several verdicts; nothing to judge passes. */
export const worst = (verdicts: Verdict[]): Verdict =>
  verdicts.includes('fail') ? 'fail' : verdicts.includes('warn') ? 'warn' : 'pass';

function limitsOf(profile: PhotoProfile, id: MeasureId): Limits | undefined {
  if (id === 'width') return { failBelow: profile.minWidth, ...profile.limits[id] };
  if (id === 'height') return { failBelow: profile.minHeight, ...profile.limits[id] };
  return profile.limits[id];
}

function verdictOf(value: number, limits: Limits): Verdict {
  const { failBelow = -Infinity, failAbove = Infinity, warnBelow = -Infinity, warnAbove = Infinity } = limits;
  if (!(value >= failBelow && value <= failAbove)) return 'fail';
  return value < warnBelow || value > warnAbove ? 'warn' : 'pass';
}

const advisedOf = ({ warnBelow, warnAbove }: Limits): Limits => ({
  ...(warnBelow !== undefined && { failBelow: warnBelow }),
  ...(warnAbove !== undefined && { failAbove: warnAbove }),
});

const factor: Record<string, number> = { '%': 100, KB: 1 / 1024 };

const shownValue = (value: number, { unit, digits }: Measure) =>
  Number((value * (factor[unit] ?? 1)).toFixed(digits));

function shownLimit({ failBelow, failAbove }: Limits, measure: Measure): string {
  const shown = (value: number) => `${shownValue(value, measure)} ${measure.unit}`;
  const parts = [
    failBelow !== undefined && `≥ ${shown(failBelow)}`,
    failAbove !== undefined && `≤ ${shown(failAbove)}`,
  ];
  return parts.filter(Boolean).join('，');
}
