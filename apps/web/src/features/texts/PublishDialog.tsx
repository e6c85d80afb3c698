import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { getTextVersion, listNotices, listTexts, publishText, type TextVersion } from '@zikao/contract/texts';
import { call, Refused } from '#api/client';
import { keyOf, query } from '#api/query';
import { siteQuery } from '#api/session';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { Field } from '#ui/Field';
import { RadioGroup } from '#ui/RadioGroup';
import { TextInput } from '#ui/TextInput';
import { showToast } from '#ui/Toast';

/** Now, or at a moment in China's time. */
export function PublishDialog({ text, onClose }: { text: TextVersion; onClose: () => void }) {
  const client = useQueryClient();
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [typed, setTyped] = useState('');
  const params = { text: text.id };
  const publish = useMutation({
    async mutationFn() {
      const at = when === 'later' ? { at: typed ? `${typed}:00+08:00` : '' } : {};
      return call(publishText, { params, body: at }, { ifMatch: text.version });
    },
    onSuccess(published) {
      client.setQueryData(query(getTextVersion, { params }).queryKey, published);
      for (const endpoint of [listTexts, listNotices])
        void client.invalidateQueries({ queryKey: keyOf(endpoint) });
      void client.invalidateQueries({ queryKey: siteQuery.queryKey });
      showToast(published.state === 'scheduled' ? '到时间自动发布' : '已发布');
      onClose();
    },
  });
  const fault = publish.error instanceof Refused ? publish.error.fields['at'] : undefined;
  return (
    <Dialog
      open
      title={`发布“${text.title}”`}
      onClose={onClose}
      actions={
        <Button look="primary" busy={publish.isPending} onClick={() => publish.mutate()}>
          确认发布
        </Button>
      }
    >
      {!fault && <Problem error={publish.error} />}
      <p>
        发布后不能再修改，只能起草新版本。
        {text.former && text.kind !== 'notice' && `版本 ${text.former.edition} 从那时起成为历史版本。`}
      </p>
      <RadioGroup
        name="when"
        label="什么时候发布"
        options={[
          { value: 'now', label: '立即发布' },
          { value: 'later', label: '定时发布' },
        ]}
        value={when}
        onChange={({ target }) => setWhen(target.value as 'now' | 'later')}
      />
      {when === 'later' && (
        <Field label="发布时间（北京时间）" error={fault} required>
          <TextInput type="datetime-local" value={typed} onChange={({ target }) => setTyped(target.value)} />
        </Field>
      )}
    </Dialog>
  );
}
