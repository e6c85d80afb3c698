import type { Text } from '@zikao/contract/exams';
import { Card } from '#ui/Card';
import { formatLongDay } from '#ui/dates';
import { PageTitle } from '#ui/PageTitle';
import { Prose } from '#ui/Prose';

/** A text of the province under its own title. */
export function TextCard({ text }: { text: Text }) {
  return (
    <>
      <PageTitle title={text.title}>
        <p className="small num">
          {formatLongDay(text.publishedAt)} 发布
          {text.kind === 'notice'
            ? text.version !== '1' && `（第 ${text.version} 版）`
            : `，版本 ${text.version}`}
        </p>
      </PageTitle>
      <Card>
        <Prose body={text.body} level={2} />
      </Card>
    </>
  );
}
