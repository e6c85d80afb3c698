import { useId } from 'react';
import { Button } from '#ui/Button';
import { Field } from '#ui/Field';
import { FileButton } from '#ui/FileButton';
import { Select } from '#ui/Select';
import {
  type Crop,
  nudge,
  rotateTo,
  type Rules,
  showRegion,
  splitRotation,
  startCrop,
  turn,
  zoomBy,
} from './crop-state.ts';
import type { Target } from './crop-state.ts';
import { arrow, corners } from './Frame.tsx';
import type { Region } from './geometry.ts';
import { pictureTypes } from './open-picture.ts';

type Props = {
  crop: Crop;
  rules: Rules;
  target: Target;
  onTarget: (target: Target) => void;
  onChange: (change: (crop: Crop) => Crop) => void;
  onFile: (file: File) => void;
  /** The frame found by itself, to come back to; undefined while, or when, there is none. */
  framing?: Region | undefined;
};

const targets = [
  { value: 'picture', label: '图片' },
  { value: 'frame', label: '整个相框' },
  ...Object.entries(corners).map(([value, label]) => ({ value, label: `相框${label}` })),
];

const directions = [
  { key: 'ArrowUp', label: '上移' },
  { key: 'ArrowLeft', label: '左移' },
  { key: 'ArrowRight', label: '右移' },
  { key: 'ArrowDown', label: '下移' },
];

/** Everything the fingers can do, as buttons (WCAG 2.5.7). */
export function Tools({ crop, rules, target, onTarget, onChange, onFile, ...auto }: Props) {
  const { framing } = auto;
  return (
    <div className="crop-tools">
      <div className="row crop-tools__row">
        <Button size="small" onClick={() => onChange((now) => zoomBy(now, rules, 1.15))}>
          放大
        </Button>
        <Button size="small" onClick={() => onChange((now) => zoomBy(now, rules, 1 / 1.15))}>
          缩小
        </Button>
        <Button size="small" onClick={() => onChange((now) => turn(now, rules, -1))}>
          左转 90°
        </Button>
        <Button size="small" onClick={() => onChange((now) => turn(now, rules, 1))}>
          右转 90°
        </Button>
        {'framing' in auto && (
          <Button
            size="small"
            disabled={!framing}
            onClick={() => framing && onChange((now) => showRegion(rules, now.stage, framing))}
          >
            自动取景
          </Button>
        )}
        <Button size="small" onClick={() => onChange((now) => startCrop(rules, now.stage))}>
          恢复默认
        </Button>
        <FileButton size="small" accept={pictureTypes} onFile={onFile}>
          重新选择
        </FileButton>
      </div>
      <Angle crop={crop} onAngle={(angle) => onChange((now) => rotateTo(now, rules, angle))} />
      <details className="crop-tools__more">
        <summary>不拖动，用按钮移动</summary>
        <Field label="要移动的是">
          <Select
            options={targets}
            placeholder={null}
            value={target}
            onChange={(event) => onTarget(event.target.value as Target)}
          />
        </Field>
        <div className="crop-tools__pad">
          {directions.map(({ key, label }) => (
            <Button
              key={key}
              size="small"
              className={`crop-tools__${key}`}
              onClick={() => onChange((now) => nudge(now, rules, target, arrow(key, 8)!))}
            >
              {label}
            </Button>
          ))}
        </div>
      </details>
    </div>
  );
}

function Angle({ crop, onAngle }: { crop: Crop; onAngle: (angle: number) => void }) {
  const id = useId();
  const { quarter, fine } = splitRotation(crop.view.rotation);
  const shown = `${fine > 0 ? '+' : ''}${fine.toFixed(1)}°`;
  return (
    <div className="crop-tools__angle">
      <label htmlFor={id}>微调角度</label>
      <output htmlFor={id} className="num">
        {shown}
      </output>
      <input
        id={id}
        type="range"
        min={-44.5}
        max={44.5}
        step={0.5}
        value={fine}
        aria-valuetext={shown}
        onChange={(event) => onAngle(quarter + Number(event.target.value))}
      />
    </div>
  );
}
