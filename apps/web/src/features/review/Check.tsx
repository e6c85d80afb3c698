import type { Measured, Verdict } from '@zikao/contract/measures';
import { meterOf } from './meter.ts';
import { briefly } from './range.ts';

const WORDS: Record<Verdict, string> = { pass: '通过', warn: '建议核对', fail: '不通过' };

/** One measure: value, where it lies, its limits, and what it says. */
export function Check({ measure }: { measure: Measured }) {
  const { label, value, unit, text, limit, advised, verdict, sentence } = measure;
  const meter = text ? undefined : meterOf(value, limit || (advised ?? ''));
  const limits = [limit && `标准 ${briefly(limit)}`, advised && `建议 ${briefly(advised)}`]
    .filter(Boolean)
    .join('；');
  return (
    <li className={`check check--${verdict}`}>
      <span className="check__label">
        {label}
        <span className={verdict === 'pass' ? 'hidden-text' : 'check__verdict'}>
          <span className="hidden-text">：</span>
          {WORDS[verdict]}
        </span>
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
      <span className="check__value num">{text ?? `${value} ${unit}`}</span>
      {limits && <span className="check__limit num">{limits}</span>}
      {sentence && <span className="check__say">{sentence}</span>}
    </li>
  );
}
