import { type RefObject, useMemo } from 'react';
import type { CodeTables } from '@zikao/contract/codes/tables';
import type { Answers } from '@zikao/contract/forms/fields';
import { fieldsOf, type Form } from '@zikao/contract/forms/form';
import { type Case, type Queue, uploadCaseDocument } from '@zikao/contract/review';
import { upload } from '#api/upload';
import { type FileStore, FileStoreContext } from '#forms/documents';
import { type FieldsHandle, FieldsStep } from '#forms/FieldsStep';

interface Props {
  queue: Queue;
  id: string;
  form: Form;
  lines: NonNullable<Case['asks']>['lines'];
  /** What was filled in so far. */
  fields: Answers;
  /** Sentences by field of the server's refusal. */
  said: Record<string, string>;
  attempt: number;
  onChange: (patch: Answers) => void;
  handle: RefObject<FieldsHandle | null>;
}

/** What the officer fills in to approve, by the definition of the kind. */
export function StageFields({ queue, id, form, lines, fields, ...rest }: Props) {
  const store = useMemo(() => storeOf(queue, id), [queue, id]);
  return (
    <FileStoreContext value={store}>
      <div className="stage-fields">
        <FieldsStep
          form={form}
          step={form.steps[0]!}
          answers={{ ...entriesOf(form, lines), ...fields }}
          tables={namesOf(lines)}
          {...rest}
        />
      </div>
    </FileStoreContext>
  );
}

/** What the office scans is kept with the candidate's own files, named by the case. */
const storeOf = (queue: Queue, id: string): FileStore => ({
  send: ({ name, body }, on) =>
    upload(uploadCaseDocument, { params: { queue, id }, query: { name }, body }, on),
  earlier: false,
});

/** The answers of the application that a table has its lines from. */
function entriesOf(form: Form, lines: Props['lines']): Answers {
  return Object.fromEntries(
    Object.entries(fieldsOf(form)).flatMap(([key, field]) =>
      field.input === 'rows' && field.each
        ? [[field.each, (lines[key] ?? []).map(({ value }) => value)]]
        : [],
    ),
  );
}

/** Their names, where the input looks for them. */
const namesOf = (lines: Props['lines']): CodeTables => ({
  score: Object.values(lines).flatMap((all) => all.map(({ value, label }) => ({ code: value, name: label }))),
});
