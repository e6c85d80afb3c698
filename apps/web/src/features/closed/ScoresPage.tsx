import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { PageTitle } from '#ui/PageTitle';
import { State } from '#ui/State';

/** 成绩查询: nothing is published yet; the record has what is passed. */
export function ScoresPage() {
  return (
    <div className="wrap">
      <PageTitle title="成绩查询" />
      <State
        title="本次考试的成绩还没有公布"
        actions={<ButtonLink to={paths.passed}>查看合格成绩</ButtonLink>}
      >
        <p>成绩公布后可以在这里查询，并发消息通知您。公布后第 3 个工作日下班前可以申请成绩复核。</p>
      </State>
    </div>
  );
}
