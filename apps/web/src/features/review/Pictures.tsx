import { useState } from 'react';
import { getPicture } from '@zikao/contract/candidates';
import { PICTURE_NAMES, type PictureKind } from '@zikao/contract/forms/fields';
import { CARD_ASPECT } from '@zikao/contract/profile-form';
import type { Case } from '@zikao/contract/review';
import { pathOf } from '#api/client';
import { Button } from '#ui/Button';
import { PictureFrame } from '#ui/PictureFrame';
import { move, rotate, scaleOf, type View, WHOLE, zoom } from '#ui/picture-view';
import { Tag } from '#ui/Tag';
import { FaceOverlay } from './FaceOverlay.tsx';
import { bandsOf } from './marks.ts';
import { useKeys } from './use-keys.ts';
import { useRemembered } from './use-remembered.ts';
import './pictures.css';

type Place = 'card' | 'photo';
const STEP = 0.1;
const ASPECTS: Record<Place, number> = { card: CARD_ASPECT, photo: 3 / 4 };

/** Pictures that have come, by kind. */
export type Seen = Partial<Record<PictureKind, HTMLImageElement>>;

interface Props extends Pick<Case, 'pictures' | 'replaced' | 'judgement'> {
  name: string;
  seen: Seen;
  onSeen: (kind: PictureKind, image: HTMLImageElement) => void;
}

/** The ID card and the photo side by side. Keys go to the one last pointed at. */
export function Pictures({ pictures, replaced, judgement, name, seen, onSeen }: Props) {
  const [side, setSide] = useState<PictureKind>('cardPortrait');
  const [views, setViews] = useState<Record<Place, View>>({ card: WHOLE, photo: WHOLE });
  const [chosen, setChosen] = useState<Place>('card');
  const [marked, setMarked] = useRemembered('marks', true);
  const kinds: Record<Place, PictureKind> = { card: side, photo: 'photo' };
  const places = (['card', 'photo'] as const).filter((place) => pictures[kinds[place]]);

  const change = (place: Place, by: (view: View) => View) =>
    setViews((before) => ({ ...before, [place]: by(before[place]) }));
  function switchSide() {
    setSide(side === 'cardPortrait' ? 'cardEmblem' : 'cardPortrait');
    change('card', () => WHOLE);
  }
  const active = places.includes(chosen) ? chosen : places[0];
  const switchMarks = () => setMarked(!marked);
  useKeys({
    side: switchSide,
    ...(judgement?.face && { marks: switchMarks }),
    ...(active && {
      zoomIn: () => change(active, (view) => zoom(view, 1.4)),
      zoomOut: () => change(active, (view) => zoom(view, 1 / 1.4)),
      rotate: () => change(active, rotate),
    }),
    ...(active &&
      views[active].zoom > 1 && {
        left: () => change(active, (view) => move(view, STEP, 0)),
        right: () => change(active, (view) => move(view, -STEP, 0)),
        up: () => change(active, (view) => move(view, 0, STEP)),
        down: () => change(active, (view) => move(view, 0, -STEP)),
      }),
  });

  if (places.length === 0 && !pictures.cardPortrait && !pictures.cardEmblem) return null;
  return (
    <div className="pictures">
      {places.map((place) => {
        const kind = kinds[place];
        const id = pictures[kind]!;
        const act = (by: (view: View) => View) => () => {
          setChosen(place);
          change(place, by);
        };
        return (
          <figure
            key={place}
            className={`picture picture--${place} ${place === active && places.length > 1 ? 'picture--active' : ''}`}
          >
            <PictureFrame
              key={id}
              src={pathOf(getPicture, { params: { id } })}
              alt={`${name}的${PICTURE_NAMES[kind]}`}
              aspect={ASPECTS[place]}
              view={views[place]}
              onView={(view) => change(place, () => view)}
              onChosen={() => setChosen(place)}
              onLoad={(image) => onSeen(kind, image)}
            >
              {place === 'photo' && marked && judgement?.face && seen.photo && (
                <FaceOverlay
                  size={{ width: seen.photo.naturalWidth, height: seen.photo.naturalHeight }}
                  near={scaleOf(views.photo, ASPECTS.photo)}
                  face={judgement.face}
                  bands={bandsOf(judgement.face, judgement.measures)}
                />
              )}
            </PictureFrame>
            <figcaption className="picture__bar">
              <span>
                {PICTURE_NAMES[kind]} {replaced.includes(kind) && <Tag tone="wait">已更换</Tag>}
              </span>
              <Button look="plain" size="small" onClick={act((view) => zoom(view, 1 / 1.4))}>
                缩小
              </Button>
              <Button look="plain" size="small" onClick={act((view) => zoom(view, 1.4))}>
                放大
              </Button>
              <Button look="plain" size="small" onClick={act(rotate)}>
                旋转{place === 'card' && <kbd className="kbd">R</kbd>}
              </Button>
              {place === 'photo' && judgement?.face && (
                <Button look="plain" size="small" aria-pressed={marked} onClick={switchMarks}>
                  标记<kbd className="kbd">M</kbd>
                </Button>
              )}
              {place === 'card' && (
                <Button look="plain" size="small" onClick={switchSide}>
                  {side === 'cardPortrait' ? '国徽面' : '人像面'}
                  <kbd className="kbd">E</kbd>
                </Button>
              )}
            </figcaption>
          </figure>
        );
      })}
    </div>
  );
}
