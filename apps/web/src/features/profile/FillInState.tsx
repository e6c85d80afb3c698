import { useState } from 'react';
import type { CardReading } from '@zikao/contract/photos';
import { Refused } from '#api/client';
import { Button } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { Spinner } from '#ui/Spinner';
import type { Offer } from './fill-in.ts';
import { Offers } from './Offers.tsx';

interface Props {
  /** How far the reading is; undefined: not known yet. */
  state: CardReading['state'] | 'late' | 'failed' | undefined;
  failure: unknown;
  offers: readonly Offer[];
  /** It was read, but nothing the form asks for. */
  nothing: boolean;
  /** The number on it is not the candidate's. */
  others: boolean;
  onTake: (offers: readonly Offer[]) => void;
  onRetry: () => void;
  onClose: () => void;
}

const FAILED = '没有读取成功，请自己填写，或稍后再读一次。';

/** What came of reading the card, in words, and what one can do then. */
export function FillInState({ state, failure, offers, nothing, others, onTake, onRetry, onClose }: Props) {
  const [said, setSaid] = useState('');
  const unread = state === 'unreadable' || nothing;
  const again = state === 'failed' || state === 'late' || state === 'none';
  return (
    <>
      {(state === 'reading' || state === undefined) && <Spinner label="正在读取，可以先往下填" />}
      <div role="status">
        {said && <p>{said}</p>}
        {state === 'failed' && <p>{reasonOf(failure)}</p>}
        {state === 'late' && <p>读取时间比较长。请先自己填写，也可以过一会儿再读。</p>}
        {unread && <p>没有读清身份证上的文字，请自己填写。图片不清晰的，建议重新拍摄。</p>}
        {state === 'ready' && !nothing && offers.length === 0 && <p>读到的内容和填写的一致，没有要改的。</p>}
        {offers.length > 0 && (
          <p>
            读到的内容和填写的{said && '还'}有 {offers.length} 处不同，请核对后采用。
          </p>
        )}
      </div>
      {others && (
        <Notice tone="wait">
          <p>图片上的号码与您注册的号码不一致，请检查是不是本人的身份证、图片是否清晰。</p>
        </Notice>
      )}
      {offers.length > 0 && (
        <Offers
          offers={offers}
          onTake={(taken) => {
            setSaid(`已填入${taken.map(({ label, read }) => `${label}：${read}`).join('；')}。`);
            onTake(taken);
          }}
        />
      )}
      <div className="row">
        {offers.length > 1 && (
          <Button
            size="small"
            onClick={() => {
              setSaid(`已填入${offers.map(({ label, read }) => `${label}：${read}`).join('；')}。`);
              onTake(offers);
            }}
          >
            全部采用
          </Button>
        )}
        {again && (
          <Button size="small" onClick={onRetry}>
            {state === 'none' ? '读取' : '再读一次'}
          </Button>
        )}
        <Button look="plain" size="small" onClick={onClose}>
          {offers.length > 0 ? '都不采用，收起' : '收起'}
        </Button>
      </div>
    </>
  );
}

const reasonOf = (failure: unknown) =>
  failure instanceof Refused ? (failure.problem.detail ?? failure.message) : FAILED;
