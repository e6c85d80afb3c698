import type { Judgement, Measured, Verdict } from '@zikao/contract/measures';
import type { z } from 'zod';
import { Tag, type Tone } from '#ui/Tag';
import { meterOf } from './meter.ts';

const WORDS: Record<Verdict, string> = { pass: '通过', warn: '建议核对', fail: '不通过' };
const TONES: Record<Verdict, Tone> = { pass: 'ok', warn: 'wait', fail: 'no' };

/** 自动核验 of the photo: every measure with its value and its limit. */
export function Checks({ judgement }: { judgement: z.output<typeof Judgement> | undefined }) {
  if (!judgement) return null;
  return (
    <section className="checks" aria-labelledby="checks-title">
      <h2 className="case__title" id="checks-title">
        自动核验 <Tag tone={TONES[judgement.verdict]}>{WORDS[judgement.verdict]}</Tag>
      </h2>
      <ul className="checks__list">
        {judgement.measures.map((measure) => (
          <Check key={measure.id} measure={measure} />
        ))}
      </ul>
    </section>
  );
}

function Check({ measure }: { measure: Measured }) {
  const { label, value, unit, limit, verdict, sentence } = measure;
  const meter = meterOf(value, limit);
  return (
    <li className={`check check--${verdict}`}>
      <span className="check__label">
        {label}
        <span className="hidden-text">：{WORDS[verdict]}</span>
      </span>
      <span className="check__bar" aria-hidden="true">
        {meter && (
          <>
            <i
              className="check__range"
              style={{ left: `${meter.from * 100}%`, width: `${(meter.to - meter.from) * 100}%` }}
            />
            <i className="check__at" style={{ left: `${meter.at * 100}%` }} />
          </>
        )}
      </span>
      <span className="check__value num">
        {value} {unit}
      </span>
      {limit && <span className="check__limit num">标准 {limit}</span>}
      {sentence && <span className="check__say">{sentence}</span>}
    </li>
  );
}
