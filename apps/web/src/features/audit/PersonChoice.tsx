import type { AuditedPerson, findAudited } from '@zikao/contract/audit';
import type { Answer } from '@zikao/contract/endpoint';
import { Button } from '#ui/Button';
import { type Column, DataTable } from '#ui/DataTable';
import { EmptyState } from '#ui/EmptyState';

interface Props {
  answer: Answer<typeof findAudited>;
  onChoose: (person: string) => void;
}

/** Who was found, to choose from. */
export function PersonChoice({ answer: { items, more }, onChoose }: Props) {
  return (
    <>
      <DataTable
        caption={`找到 ${items.length} 人`}
        dense
        columns={columnsOf(onChoose)}
        items={items}
        keyOf={({ id }) => id}
        empty={
          <EmptyState title="没有找到这名考生">
            <p>请逐位核对号码；账号已停用的考生，请从有关记录的“考生”一栏进入。</p>
          </EmptyState>
        }
      />
      {more && <p className="muted">同名同日出生的人较多，只列出一部分，请改用身份证号查找。</p>}
    </>
  );
}

const columnsOf = (onChoose: Props['onChoose']): Column<AuditedPerson>[] => [
  { id: 'name', title: '姓名', head: true, cell: ({ name }) => name },
  {
    id: 'idNumber',
    title: '身份证号',
    cell: ({ maskedIdNumber }) => <span className="num">{maskedIdNumber}</span>,
  },
  {
    id: 'numbers',
    title: '准考证号',
    cell: ({ numbers }) => <span className="num">{numbers.join('、') || '—'}</span>,
  },
  {
    id: 'act',
    title: '操作',
    cell: ({ id, name }) => (
      <Button onClick={() => onChoose(id)}>
        查看记录<span className="hidden-text">：{name}</span>
      </Button>
    ),
  },
];
