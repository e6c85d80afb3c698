import { useState } from 'react';
import { getPicture } from '@zikao/contract/candidates';
import { PICTURE_NAMES, type PictureKind } from '@zikao/contract/forms/fields';
import { CARD_ASPECT } from '@zikao/contract/profile-form';
import type { Case } from '@zikao/contract/review';
import { pathOf } from '#api/client';
import { Button } from '#ui/Button';
import { Tag } from '#ui/Tag';
import { PictureFrame } from './PictureFrame.tsx';
import { move, rotate, type View, WHOLE, zoom } from './picture-view.ts';
import { useKeys } from './use-keys.ts';
import './pictures.css';

type Place = 'card' | 'photo';
const STEP = 0.1;
const ASPECTS: Record<Place, number> = { card: CARD_ASPECT, photo: 3 / 4 };

/** The ID card and the photo side by side. Keys go to the one last pointed at. */
export function Pictures({
  pictures,
  replaced,
  name,
}: Pick<Case, 'pictures' | 'replaced'> & { name: string }) {
  const [side, setSide] = useState<PictureKind>('cardPortrait');
  const [views, setViews] = useState<Record<Place, View>>({ card: WHOLE, photo: WHOLE });
  const [chosen, setChosen] = useState<Place>('card');
  const kinds: Record<Place, PictureKind> = { card: side, photo: 'photo' };
  const places = (['card', 'photo'] as const).filter((place) => pictures[kinds[place]]);

  const change = (place: Place, by: (view: View) => View) =>
    setViews((before) => ({ ...before, [place]: by(before[place]) }));
  function switchSide() {
    setSide(side === 'cardPortrait' ? 'cardEmblem' : 'cardPortrait');
    change('card', () => WHOLE);
  }
  const active = places.includes(chosen) ? chosen : places[0];
  useKeys({
    side: switchSide,
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
            />
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
