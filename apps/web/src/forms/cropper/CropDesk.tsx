import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { Button } from '#ui/Button';
import type { CropperProps } from './Cropper.tsx';
import type { Crop, Rules, Target } from './crop-state.ts';
import { outputOf, regionOf, type Size } from './geometry.ts';
import type { Picture } from './open-picture.ts';
import { renderCrop, toJpeg } from './render-crop.ts';
import { Stage } from './Stage.tsx';
import { Tools } from './Tools.tsx';
import { useAdvice } from './use-advice.ts';
import { useFraming } from './use-framing.ts';

type Props = Pick<
  CropperProps,
  'overlay' | 'maxSide' | 'min' | 'startAt' | 'advise' | 'onSave' | 'onCancel'
> & {
  picture: Picture;
  rules: Rules;
  onFile: (file: File) => void;
};

export function CropDesk({
  picture,
  rules,
  overlay,
  maxSide = 1600,
  min,
  startAt,
  advise,
  onSave,
  onCancel,
  onFile,
}: Props) {
  const [crop, setCrop] = useState<Crop>();
  const [target, setTarget] = useState<Target>('frame');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  const canvas = useRef<HTMLCanvasElement>(null);
  const helpId = useId();

  const framing = useFraming(picture, rules, startAt, setCrop);
  const advice = useAdvice(advise, canvas, crop);

  const region = crop && regionOf(crop.frame, crop.view, picture, crop.stage);
  const output = region && outputOf(region, maxSide);
  const small = output && min && (output.width < min.width || output.height < min.height);

  const draw = useCallback(() => {
    if (!crop || !canvas.current) return;
    const shown = regionOf(crop.frame, crop.view, picture, crop.stage);
    renderCrop(picture.source, shown, outputOf(shown, maxSide), canvas.current);
  }, [crop, picture, maxSide]);

  useEffect(() => {
    const frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [draw]);

  async function save() {
    if (small) return setRefused(true);
    setBusy(true);
    draw();
    try {
      await onSave(await toJpeg(canvas.current!));
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="cropper__desk">
      <Stage
        picture={picture}
        rules={rules}
        crop={crop}
        onChange={setCrop}
        onTarget={setTarget}
        overlay={overlay}
      />
      {advise && (
        <p className="cropper__advice" role="status">
          {advice}
        </p>
      )}
      <div className="cropper__preview">
        <h3 className="cropper__name">实际照片预览图</h3>
        <canvas ref={canvas} className="cropper__canvas" role="img" aria-label="保存后的照片" />
        {output && (
          <p className="small muted num cropper__size" id={helpId}>
            {output.width} × {output.height} 像素
          </p>
        )}
      </div>
      <div className="cropper__side">
        {small && <TooSmall now={output} min={min} loud={refused} />}
        {crop && (
          <Tools
            crop={crop}
            rules={rules}
            target={target}
            onTarget={setTarget}
            onChange={(change) => setCrop((now) => now && change(now))}
            onFile={onFile}
            {...(startAt && { framing })}
          />
        )}
        <div className="cropper__acts">
          <Button look="primary" wide busy={busy} aria-describedby={helpId} onClick={save}>
            保存修改
          </Button>
          <Button wide onClick={onCancel}>
            取消
          </Button>
        </div>
      </div>
    </div>
  );
}

function TooSmall({ now, min, loud }: { now: Size; min: Size; loud: boolean }) {
  return (
    <p className="cropper__small" role={loud ? 'alert' : undefined}>
      框内只有 {now.width} × {now.height} 像素，至少要 {min.width} × {min.height}。
      {'请把相框拉大或把照片缩小，还不够时换一张更清晰的照片。'}
    </p>
  );
}
