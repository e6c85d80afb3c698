import { useState } from 'react';
import { ImportDialog } from '#forms/import';
import { Button } from '#ui/Button';
import { RowDialog } from './RowDialog.tsx';
import type { Shown } from './tables.ts';

/** What can be done with a whole table: one row more, and a file. */
export function Tools({ shown: { definition, calls }, onChange }: { shown: Shown; onChange(): void }) {
  const [open, setOpen] = useState<'import' | 'new'>();
  const close = () => setOpen(undefined);
  return (
    <div className="catalogue__tools">
      <Button onClick={() => setOpen('new')}>新增{definition.title}</Button>
      <Button look="primary" onClick={() => setOpen('import')}>
        导入
      </Button>
      {open === 'new' && (
        <RowDialog
          definition={definition}
          calls={calls}
          onClose={close}
          onDone={() => {
            close();
            onChange();
          }}
        />
      )}
      <ImportDialog
        open={open === 'import'}
        what={definition.title}
        calls={calls}
        removable
        onClose={close}
        onDone={onChange}
      />
    </div>
  );
}
