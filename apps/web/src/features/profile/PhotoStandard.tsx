import type { PhotoProfile } from '@zikao/contract/measures';
import { Card } from '#ui/Card';
import { Drawing, type Fault, FAULTS } from './Drawing.tsx';

const EXAMPLES: { words: string; fault?: Fault }[] = [
  { words: '居中，四周留白' },
  { words: '脸占得太满', fault: FAULTS.headSize! },
  { words: '没有居中', fault: FAULTS.horizontalPosition! },
  { words: '背景杂乱', fault: FAULTS.backgroundUniformity! },
];

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
        {EXAMPLES.map(({ words, fault }) => (
          <li key={words} className={`photo-standard__example--${fault ? 'bad' : 'good'}`}>
            <Drawing {...(fault && { fault })} />
            <span>
              {fault ? '✗ ' : '✓ '}
              {words}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
