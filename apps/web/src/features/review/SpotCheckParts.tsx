import type { Agreement, SpotCheckResult } from '@zikao/contract/spot-checks';
import { Bars } from '#ui/Bars';
import { Card } from '#ui/Card';
import { type Column, DataTable } from '#ui/DataTable';
import { EmptyState } from '#ui/EmptyState';
import { kappaText, kappaWords } from './agreement-text.ts';
import { DisagreementList } from './DisagreementList.tsx';
import { rateText } from './figures-text.ts';

type Row = { name: string; agreement: Agreement };
const COUNTS: Column<Row>[] = [
  { id: 'looked', title: '已复查', align: 'end', cell: ({ agreement }) => agreement.looked },
  { id: 'agreed', title: '一致', align: 'end', cell: ({ agreement }) => agreement.agreed },
  {
    id: 'stricter',
    title: '复查更严',
    align: 'end',
    cell: ({ agreement }) => agreement.stricter,
  },
  { id: 'milder', title: '复查更宽', align: 'end', cell: ({ agreement }) => agreement.milder },
  { id: 'rate', title: '一致率', align: 'end', cell: ({ agreement }) => rateText(agreement.rate) },
  { id: 'kappa', title: 'Kappa', align: 'end', cell: ({ agreement }) => kappaText(agreement.kappa) },
];
const OFFICES: Column<Row>[] = [
  { id: 'name', title: '考区', head: true, cell: ({ name }) => name },
  ...COUNTS,
];
const OFFICERS: Column<SpotCheckResult['officers'][number]>[] = [
  { id: 'name', title: '原审核人', head: true, cell: ({ name }) => name },
  { id: 'office', title: '考区', cell: ({ office }) => office },
  ...COUNTS,
];

export function SpotCheckParts({ result }: { result: SpotCheckResult }) {
  const { agreement, size, offices, officers, disagreements } = result;
  if (agreement.looked === 0)
    return <EmptyState title="还没有复查过">复查过的件在这里显示一致率，和两次决定不同的各件。</EmptyState>;
  return (
    <>
      <dl className="board__totals">
        <Figure name="已复查" value={`${agreement.looked} / ${size}`} note={`一致 ${agreement.agreed} 件`} />
        <Figure
          name="一致率"
          value={rateText(agreement.rate)}
          note={`复查更严 ${agreement.stricter} 件，更宽 ${agreement.milder} 件`}
        />
        <Figure
          name="Kappa"
          value={kappaText(agreement.kappa)}
          note={kappaWords(agreement.kappa) ?? '只有一种结论时算不出'}
        />
      </dl>
      <p className="small muted">复查更严：原来通过，复查不通过。更宽：原来不通过，复查通过。</p>
      <Bars
        title="各考区的一致与不同"
        table="下面的表"
        legend={[
          { tone: 'ok', name: '一致' },
          { tone: 'no', name: '不同' },
        ]}
        bars={offices.map(({ office, name, agreement: of }) => ({
          key: office,
          label: name,
          parts: [
            { tone: 'ok', value: of.agreed },
            { tone: 'no', value: of.looked - of.agreed },
          ],
          text: rateText(of.rate),
        }))}
      />
      <Card flush>
        <DataTable
          caption="按考区，一致率低的在前"
          dense
          columns={OFFICES}
          items={offices}
          keyOf={({ name }) => name}
        />
      </Card>
      <Card flush>
        <DataTable
          caption="按原审核人，一致率低的在前"
          dense
          columns={OFFICERS}
          items={officers}
          keyOf={({ officer, office }) => `${officer} ${office}`}
        />
      </Card>
      <section className="board__part" aria-labelledby="apart-title">
        <h2 id="apart-title">两次决定不同的 {disagreements.length} 件</h2>
        <DisagreementList items={disagreements} />
      </section>
    </>
  );
}

function Figure({ name, value, note }: { name: string; value: string; note: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <b className="num">{value}</b>
        <span className="num">{note}</span>
      </dd>
    </div>
  );
}
