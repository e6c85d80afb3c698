import { useQuery } from '@tanstack/react-query';
import { getText } from '@zikao/contract/exams';
import { query } from '#api/query';
import { Loaded } from './Loaded.tsx';
import { TextCard } from './TextCard.tsx';
import './public.css';

/** 个人信息处理告知, the version in force. */
export function PrivacyPage() {
  return (
    <div className="wrap public">
      <Loaded from={useQuery(query(getText, { params: { kind: 'privacy' } }))}>
        {(text) => <TextCard text={text} />}
      </Loaded>
    </div>
  );
}
