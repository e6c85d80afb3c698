import { useState } from 'react';
import type { Judgement, Measured } from '@zikao/contract/measures';
import type { Box } from '@zikao/contract/verification';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { Distance } from './Distance.tsx';
import { FaceCut } from './FaceCut.tsx';
import type { Seen } from './Pictures.tsx';
import { useKeys } from './use-keys.ts';

interface Props {
  judgement: Judgement;
  seen: Seen;
  distance: Measured | undefined;
}

const SMALL = { width: 105, height: 138 };
const LARGE = { width: 340, height: 442 };

/** Both faces at the same size, small in the case and large on demand. */
export function FacePair({ judgement, seen, distance }: Props) {
  const [near, setNear] = useState(false);
  useKeys({ faces: () => setNear(true) });
  const faces = (frame: typeof SMALL) => (
    <div className="faces__pair">
      <Face name="身份证人像" image={seen.cardPortrait} face={judgement.cardFace} frame={frame} />
      <Face name="电子照片" image={seen.photo} face={judgement.face?.box} frame={frame} />
    </div>
  );
  return (
    <div className="faces">
      {faces(SMALL)}
      <Button look="plain" size="small" onClick={() => setNear(true)}>
        放大比对<kbd className="kbd">F</kbd>
      </Button>
      {distance && <Distance measure={distance} />}
      <Dialog open={near} kind="full" title="人像比对" onClose={() => setNear(false)}>
        <div className="faces faces--near">
          {faces(LARGE)}
          {distance && <Distance measure={distance} />}
        </div>
      </Dialog>
    </div>
  );
}

interface FaceProps {
  name: string;
  image: HTMLImageElement | undefined;
  face: Box | undefined;
  frame: { width: number; height: number };
}

function Face({ name, image, face, frame }: FaceProps) {
  return (
    <figure className="faces__one">
      {face ? (
        <FaceCut image={image} face={face} frame={frame} label={`${name}的脸部`} />
      ) : (
        <p className="faces__none">没有检测到人脸，请看上方图片</p>
      )}
      <figcaption>{name}</figcaption>
    </figure>
  );
}
