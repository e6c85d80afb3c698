import type { PhotoProfile } from '@zikao/contract/measures';
import { Card } from '#ui/Card';

const EXAMPLES = [
  { good: true, words: '居中，四周留白', head: [30, 32, 13], body: 'M10 80c0-20 10-29 20-29s20 9 20 29z' },
  { good: false, words: '脸占得太满', head: [30, 42, 27], body: '' },
  { good: false, words: '没有居中', head: [45, 30, 12], body: 'M29 80c0-20 8-28 18-28s13 8 13 28z' },
  {
    good: false,
    words: '背景杂乱',
    head: [30, 32, 13],
    body: 'M10 80c0-20 10-29 20-29s20 9 20 29z',
    busy: true,
  },
] as const;

/** 照片图像采集规范及信息标准 of the province, with drawn examples. */
export function PhotoStandard({ standard }: { standard: PhotoProfile }) {
  return (
    <Card title="照片图像采集规范及信息标准" className="photo-standard">
      <ul className="photo-standard__rules">
        {standard.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <ul className="photo-standard__examples">
        {EXAMPLES.map((example) => (
          <li key={example.words} className={`photo-standard__example--${example.good ? 'good' : 'bad'}`}>
            <svg viewBox="0 0 60 80" aria-hidden="true">
              {'busy' in example && (
                <g fill="#e3c98a">
                  <rect x="4" y="4" width="14" height="30" />
                  <rect x="42" y="10" width="14" height="20" />
                  <rect x="20" y="2" width="18" height="10" />
                </g>
              )}
              <circle cx={example.head[0]} cy={example.head[1]} r={example.head[2]} fill="#c9d6e2" />
              <path d={example.body} fill="#9fb4c6" />
            </svg>
            <span>
              {example.good ? '✓ ' : '✗ '}
              {example.words}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
