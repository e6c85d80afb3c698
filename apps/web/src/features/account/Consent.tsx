import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { Text } from '@zikao/contract/exams';
import { Failure } from '#forms/Failure';
import { Button } from '#ui/Button';
import { Checkbox } from '#ui/Checkbox';
import { Dialog } from '#ui/Dialog';
import { Prose } from '#ui/Prose';
import { Skeleton } from '#ui/Spinner';

interface Props {
  text: UseQueryResult<Text>;
  field: { id: string; error?: string };
  /** The version agreed to; empty while not. */
  value: string;
  onChange: (version: string) => void;
}

/** The tick under the privacy notice; its value is the version agreed to. The notice opens over the form. */
export function Consent({ text: { data: text, error, refetch }, field, value, onChange }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Checkbox
        id={field.id}
        error={field.error}
        checked={value !== ''}
        disabled={!text}
        onChange={({ target }) => onChange(target.checked && text ? text.version : '')}
        label="我已阅读并同意《个人信息处理告知》"
      />
      <Button look="plain" className="consent__read" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        阅读《个人信息处理告知》
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={text?.title ?? '个人信息处理告知'}
        actions={
          <Button look="primary" onClick={() => setOpen(false)}>
            知道了
          </Button>
        }
      >
        {text && <Prose body={text.body} />}
        {!text && (error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton />)}
      </Dialog>
    </div>
  );
}
