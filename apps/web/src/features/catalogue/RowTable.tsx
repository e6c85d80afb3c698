import { useState } from 'react';
import type { TableRow } from '@zikao/contract/table-rows';
import { DataTable } from '#ui/DataTable';
import { EmptyState } from '#ui/EmptyState';
import { columnsOf } from './row-columns.tsx';
import { RowDialog } from './RowDialog.tsx';
import type { Shown } from './tables.ts';
import { useCourses } from './use-courses.ts';

interface Props {
  shown: Shown;
  rows: TableRow[];
  total: number;
  searched: boolean;
  onChange(): void;
}

/** The rows of a table; each opens to be changed, a major opens its page. */
export function RowTable({ shown, rows, total, searched, onChange }: Props) {
  const { definition, calls } = shown;
  const [open, setOpen] = useState<TableRow>();
  const names = useCourses();
  return (
    <>
      <DataTable
        caption={`${definition.title}，共 ${total} 行`}
        columns={columnsOf(shown, names, setOpen)}
        items={rows}
        keyOf={({ key }) => key}
        dense
        empty={
          <EmptyState title={searched ? '没有找到' : `还没有${definition.title}`}>
            {searched ? '请换一个词再找。' : '可以逐条新增，或导入表格文件。'}
          </EmptyState>
        }
      />
      {open && (
        <RowDialog
          definition={definition}
          calls={calls}
          row={open}
          onClose={() => setOpen(undefined)}
          onDone={() => {
            setOpen(undefined);
            onChange();
          }}
        />
      )}
    </>
  );
}
