import { useEffect, useRef } from 'react';
import {
  DESK_KIND_NAMES,
  deskLifecycle,
  type DeskState,
  SECOND_LOOK_NAMES,
} from '@zikao/contract/desk/lifecycle';
import type { DeskRequest } from '@zikao/contract/desk/shapes';
import { Card } from '#ui/Card';
import { formatLongMoment, formatMoment } from '#ui/dates';
import { Rows } from '#ui/Rows';
import { Tag, type Tone } from '#ui/Tag';
import { RequestActs } from './RequestActs.tsx';

const TONES: Record<DeskState, Tone> = {
  confirming: 'wait',
  waiting: 'wait',
  done: 'ok',
  undone: 'info',
  refused: 'no',
  lapsed: 'no',
};

interface Props {
  request: DeskRequest;
  onChange: (next: DeskRequest) => void;
  /** Just asked for: says what comes next, and takes the focus. */
  fresh?: boolean;
}

/** One request with everything about it, and what may be done with it now. */
export function RequestCard({ request, onChange, fresh }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (fresh) box.current?.focus();
  }, [fresh]);
  return (
    <div ref={box} tabIndex={-1}>
      <Card
        title={DESK_KIND_NAMES[request.kind]}
        side={<Tag tone={TONES[request.state]}>{deskLifecycle.states[request.state]}</Tag>}
      >
        <p>{nextOf(request)}</p>
        <Rows rows={rowsOf(request)} />
        <RequestActs request={request} onChange={onChange} />
      </Card>
    </div>
  );
}

function nextOf({ kind, state, secondLook, effectiveAt, ended }: DeskRequest): string {
  if (state === 'confirming') return `${SECOND_LOOK_NAMES[secondLook]}，同意后 24 小时生效。`;
  const what = kind === 'phone' ? '新手机号生效' : '占用的账号停用，考生可以重新注册';
  if (state === 'waiting') return `${formatMoment(effectiveAt!)} 起${what}，之前可以撤销。`;
  if (state === 'done')
    return kind === 'phone' ? '已生效，考生用新手机号登录。' : '已生效，考生可以用这个身份证号注册。';
  return ended?.note ?? '';
}

function rowsOf(request: DeskRequest) {
  const { maskedIdNumber, maskedPhone, newPhone, by, at, district, reason, papers, confirmed, ended } =
    request;
  return [
    { label: '身份证号', value: <span className="num">{maskedIdNumber}</span> },
    ...(maskedPhone
      ? [
          {
            label: '手机号',
            value: <span className="num">{newPhone ? `${maskedPhone} → ${newPhone}` : maskedPhone}</span>,
          },
        ]
      : []),
    { label: '受理', value: `${formatLongMoment(at)}，${district}考区 ${by}` },
    { label: '原因', value: reason },
    { label: '已核对', value: papers.join('；') },
    ...(confirmed ? [{ label: '复核', value: `${formatLongMoment(confirmed.at)}，${confirmed.by}` }] : []),
    ...(ended ? [{ label: '结束', value: formatLongMoment(ended.at) }] : []),
  ];
}
