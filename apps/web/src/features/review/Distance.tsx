import type { Measured } from '@zikao/contract/measures';
import { distanceBands, distanceText } from './distance.ts';

/** The face distance on its three bands, and what it is worth. */
export function Distance({ measure }: { measure: Measured }) {
  const { value, verdict, limit, advised } = measure;
  const shown = distanceBands(measure);
  return (
    <div className="distance">
      <p className="distance__value">
        人像距离 <b className="num">{value}</b>
        <span className={`distance__says distance__says--${verdict}`}>{distanceText(verdict)}</span>
      </p>
      {shown && (
        <div className="distance__bar" aria-hidden="true">
          {shown.bands.map(({ verdict: band, text, from, to }) => (
            <span
              key={band}
              className={`distance__band distance__band--${band}`}
              style={{ width: `${(to - from) * 100}%` }}
            >
              {to - from > 0.2 && text}
            </span>
          ))}
          <i className="distance__at" style={{ left: `${shown.at * 100}%` }} />
        </div>
      )}
      <p className="distance__note">
        越小越相似{advised && `；${advised} 为相似`}
        {limit && `；超过 ${limit.replace('≤ ', '')}为不一致，其间不能确认`}。
        <b>数值只作预审参考，是否为同一人由您看图决定。</b>
      </p>
    </div>
  );
}
