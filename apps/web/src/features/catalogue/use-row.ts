import { useState } from 'react';
import type { ImportDefinition } from '@zikao/contract/imports';
import type { TableRow } from '@zikao/contract/table-rows';
import { Refused } from '#api/client';
import { showToast } from '#ui/Toast';
import { createRow, removeRow, type RowCalls, saveRow } from './calls.ts';

interface Options {
  definition: ImportDefinition;
  calls: RowCalls;
  row: TableRow | undefined;
  settled: Record<string, string>;
  onDone(): void;
}

/** What is typed into a row, what is wrong with it, and what became of saving it. */
export function useRow({ definition, calls, row, settled, onDone }: Options) {
  const [cells, setCells] = useState<Record<string, string>>(() => ({ ...row?.cells, ...settled }));
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [asking, ask] = useState(false);

  function check(): Record<string, string> {
    const wrong = Object.entries(definition.columns).flatMap(([field, { schema }]) => {
      const result = schema.safeParse((cells[field] ?? '').trim());
      return result.success ? [] : [[field, result.error.issues[0]!.message]];
    });
    return Object.fromEntries(wrong) as Record<string, string>;
  }
  function show(said: Record<string, string>, error?: unknown) {
    setFaults(said);
    setFailure(error);
    setAttempt((count) => count + 1);
  }
  async function send(done: string, act: () => Promise<unknown>) {
    setBusy(true);
    setFailure(undefined);
    try {
      await act();
      showToast(done);
      onDone();
    } catch (error) {
      const said = error instanceof Refused ? Object.entries(error.fields) : [];
      const ours = said.filter(([field]) => Object.hasOwn(definition.columns, field));
      show(Object.fromEntries(ours), ours.length < said.length || ours.length === 0 ? error : undefined);
      ask(false);
    } finally {
      setBusy(false);
    }
  }

  return {
    cells,
    faults,
    attempt,
    failure,
    busy,
    asking,
    ask,
    set(field: string, value: string) {
      setCells((before) => ({ ...before, [field]: value }));
      setFaults((before) => Object.fromEntries(Object.entries(before).filter(([name]) => name !== field)));
    },
    async save() {
      const wrong = check();
      if (Object.keys(wrong).length > 0) return show(wrong);
      await send('已保存', () => (row ? saveRow(calls, row, changed(cells, row)) : createRow(calls, cells)));
    },
    remove: () => send('已删除', () => removeRow(calls, row!)),
  };
}

/** Only what was changed: what a colleague may have put elsewhere stays. */
const changed = (cells: Record<string, string>, { cells: before }: TableRow) =>
  Object.fromEntries(Object.entries(cells).filter(([field, text]) => text !== before[field]));
