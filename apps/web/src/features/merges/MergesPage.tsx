import { PageTitle } from '#ui/PageTitle';
import { FindNumbers } from './FindNumbers.tsx';
import { MergeList } from './MergeList.tsx';
import './merges.css';

/** 合档: find two numbers of one person, and what was merged before. */
export function MergesPage() {
  return (
    <div className="staff-page merges">
      <PageTitle title="合档">
        <p>一个人有几个准考证号的，核验本人证件后合为一个。并入的号以后仍能找到本人，7 天以内可以撤销。</p>
      </PageTitle>
      <FindNumbers />
      <MergeList />
    </div>
  );
}
