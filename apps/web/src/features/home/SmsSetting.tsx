import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getMessageSettings, saveMessageSettings } from '@zikao/contract/messages';
import { call } from '#api/client';
import { query } from '#api/query';
import { Problem } from '#forms/Problem';
import { Card } from '#ui/Card';
import { Checkbox } from '#ui/Checkbox';
import { showToast } from '#ui/Toast';

/** Whether reminders come by SMS too; results always do. */
export function SmsSetting() {
  const client = useQueryClient();
  const settings = query(getMessageSettings, {});
  const { data } = useQuery(settings);
  const save = useMutation({
    mutationFn: (sms: boolean) => call(saveMessageSettings, { body: { sms } }),
    onSuccess: (saved) => {
      client.setQueryData(settings.queryKey, saved);
      showToast(saved.sms ? '提醒短信已开启' : '提醒短信已关闭，站内消息照常');
    },
  });
  if (!data) return null;
  return (
    <Card title="短信">
      <Problem error={save.error} />
      <Checkbox
        label="用短信提醒我截止时间和成绩公布"
        note="审核结果和账号变动的短信不受影响"
        checked={save.isPending ? save.variables : data.sms}
        disabled={save.isPending}
        onChange={({ target }) => save.mutate(target.checked)}
      />
    </Card>
  );
}
