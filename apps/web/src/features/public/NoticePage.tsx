import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { getNotice } from '@zikao/contract/exams';
import { query } from '#api/query';
import { paths } from '#paths';
import { Loaded } from './Loaded.tsx';
import { TextCard } from './TextCard.tsx';
import './public.css';

/** One notice. */
export function NoticePage() {
  const { id = '' } = useParams();
  return (
    <div className="wrap public">
      <Link className="back" to={paths.notices}>
        全部公告
      </Link>
      <Loaded from={useQuery(query(getNotice, { params: { id } }))}>
        {(text) => <TextCard text={text} />}
      </Loaded>
    </div>
  );
}
