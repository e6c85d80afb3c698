import type { ImportDefinition } from '@zikao/contract/imports';
import type { TableRow } from '@zikao/contract/table-rows';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { ErrorSummary } from '#ui/ErrorSummary';
import { Problem } from '#forms/Problem';
import type { RowCalls } from './calls.ts';
import { CellField } from './CellField.tsx';
import { useRow } from './use-row.ts';
import './catalogue.css';

interface Props {
  definition: ImportDefinition;
  calls: RowCalls;
  /** The row that is changed; absent: a new one. */
  row?: TableRow;
  /** Of a new row: what is settled and not asked. */
  settled?: Record<string, string>;
  onClose(): void;
  onDone(): void;
}

/** One row of a table: filled in, changed or taken away, by the definition that also reads it from files. */
export function RowDialog({ definition, calls, row, settled = {}, onClose, onDone }: Props) {
  const { cells, set, faults, attempt, failure, busy, asking, ask, save, remove } = useRow({
    definition,
    calls,
    row,
    settled,
    onDone,
  });
  const asked = Object.entries(definition.columns).filter(([field]) => !(field in settled));
  const title = row ? `修改${definition.title}` : `新增${definition.title}`;
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          {row && (
            <Button look="danger" busy={busy} onClick={() => (asking ? void remove() : ask(true))}>
              {asking ? '确认删除' : '删除'}
            </Button>
          )}
          <Button look="primary" type="submit" form="row" busy={busy}>
            保存
          </Button>
        </>
      }
    >
      <form
        id="row"
        className="row-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ErrorSummary
          errors={Object.entries(faults).map(([field, message]) => ({
            id: `row-${field}`,
            message: `${definition.columns[field]!.title}：${message}`,
          }))}
          attempt={attempt}
        />
        <Problem error={failure} />
        {row && definition.key.length > 0 && <p className="num row-form__key">{row.key}</p>}
        {asked
          .filter(([field]) => !row || !definition.key.includes(field))
          .map(([field, column]) => (
            <CellField
              key={field}
              id={`row-${field}`}
              field={field}
              column={column}
              value={cells[field] ?? ''}
              {...(faults[field] && { error: faults[field] })}
              onChange={(value) => set(field, value)}
            />
          ))}
        {asking && <p role="status">删除后不能恢复。确认要删除 {row?.key} 吗？</p>}
      </form>
    </Dialog>
  );
}
