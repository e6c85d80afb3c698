import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { InputProps } from '#forms/inputs';
import { Button } from '#ui/Button';
import { rememberClosed, wereClosed } from './closed-offers.ts';
import { ConsentForm } from './ConsentForm.tsx';
import { offersOf, othersCard, readSomething } from './fill-in.ts';
import { FillInState } from './FillInState.tsx';
import { useCardReading } from './use-card-reading.ts';
import { useProfile, useProfileCalls } from './use-profile.ts';
import './fill-in.css';

interface Props extends Pick<InputProps, 'answers' | 'tables' | 'fill'> {
  picture: string;
  /** Sent on this visit: it is read at once when there is consent. */
  isNew: boolean;
}

/** Offers to fill in what is on the card. Nothing is read without consent, nothing is put in without being accepted. */
export function FillIn({ picture, isNew, answers, tables, fill }: Props) {
  const { put } = useProfileCalls();
  const consented = Boolean(useProfile().data?.photo.consent);
  const { reading, late, failed, pending, start } = useCardReading(picture, consented);
  const [open, setOpen] = useState(isNew);
  const [closed, setClosed] = useState(() => !isNew && wereClosed(picture));
  const heading = useRef<HTMLHeadingElement>(null);

  const begin = useEffectEvent(() => {
    if (isNew && consented) start();
  });
  useEffect(() => begin(), []);

  const text = reading?.state === 'ready' ? reading.text : undefined;
  const offers = text ? offersOf(text, answers, tables) : [];
  // On a later visit only what is still to be decided shows by itself.
  const shown = !closed && (open || reading?.state === 'reading' || offers.length > 0);

  function turn(next: boolean) {
    setOpen(next);
    setClosed(!next);
    rememberClosed(picture, !next);
  }
  if (!shown)
    return (
      <Button
        look="plain"
        size="small"
        className="fill-in__open"
        onClick={() => {
          turn(true);
          if (consented && reading?.state !== 'ready') start();
        }}
      >
        从身份证读取姓名、民族、住址
      </Button>
    );
  return (
    <section className="fill-in" aria-labelledby="fill-in-title">
      <h3 className="fill-in__title" id="fill-in-title" ref={heading} tabIndex={-1}>
        从身份证读取
      </h3>
      {!consented ? (
        <ConsentForm
          id="fill-in-consent"
          onConsented={(profile) => {
            put(profile);
            heading.current?.focus();
            start();
          }}
          refusal="不同意，自己填写"
          onRefused={() => turn(false)}
        >
          可以从身份证图片读取姓名、民族和住址，供您核对后采用，不会自动改动已填的内容。以后提交验证时也用这一次的同意。
        </ConsentForm>
      ) : (
        <FillInState
          state={failed ? 'failed' : late ? 'late' : pending ? 'reading' : reading?.state}
          failure={failed}
          offers={offers}
          nothing={text !== undefined && !readSomething(text)}
          others={text !== undefined && othersCard(text, answers)}
          onTake={(taken) => {
            for (const { field, value } of taken) fill(field, value);
            heading.current?.focus();
          }}
          onRetry={() => start()}
          onClose={() => turn(false)}
        />
      )}
    </section>
  );
}
