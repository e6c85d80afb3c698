import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { listSeatingNeeds, type SeatingNeed, setSeatingNeed } from '@zikao/contract/seating-needs';
import { call } from '#api/client';
import { query } from '#api/query';
import { siteQuery } from '#api/session';
import { PlainForm } from '#forms/PlainForm';
import { Problem } from '#forms/Problem';
import { usePlainForm } from '#forms/use-plain-form';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { Field } from '#ui/Field';
import { TextInput } from '#ui/TextInput';
import { showToast } from '#ui/Toast';

/** 无障碍考场: who needs one in the current session. */
export function Needs() {
  const { data: site } = useQuery(siteQuery);
  return site?.session ? <NeedsOf session={site.session.id} name={site.session.name} /> : null;
}

function NeedsOf({ session, name }: { session: string; name: string }) {
  const client = useQueryClient();
  const asked = query(listSeatingNeeds, { query: { session } });
  const { data } = useQuery(asked);
  const [failure, setFailure] = useState<unknown>();
  const form = usePlainForm<{ admissionNumber: string; reason: string }>({
    schema: setSeatingNeed.body!.pick({ admissionNumber: true, reason: true }),
    labels: { admissionNumber: '准考证号', reason: '需要' },
    blame: { notFound: 'admissionNumber' },
    async submit(typed) {
      client.setQueryData(asked.queryKey, await call(setSeatingNeed, { body: { ...typed, session } }));
      showToast('已登记，以后的编排和补排照办');
    },
  });
  const remove = ({ admissionNumber }: SeatingNeed) => {
    setFailure(undefined);
    call(setSeatingNeed, { body: { session, admissionNumber, needed: false, reason: '取消登记' } }).then(
      (now) => client.setQueryData(asked.queryKey, now),
      setFailure,
    );
  };
  return (
    <Card title={`无障碍考场（${name}）`}>
      <p className="muted">登记后，编排和补排只把这名考生排进无障碍考场。已排的座位不变。</p>
      <Problem error={failure} />
      {data && data.items.length > 0 && (
        <ul className="seating__needs">
          {data.items.map((need) => (
            <li key={need.admissionNumber}>
              <span>
                {need.name} <span className="num">{need.admissionNumber}</span>
                <span className="muted">
                  　{need.district}　{need.reason}
                </span>
              </span>
              <Button size="small" look="plain" onClick={() => remove(need)}>
                取消登记<span className="hidden-text">：{need.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <PlainForm form={form}>
        <div className="seating__need">
          <Field {...form.field('admissionNumber')} required>
            <TextInput {...form.input('admissionNumber')} inputMode="numeric" maxLength={12} />
          </Field>
          <Field {...form.field('reason')} required>
            <TextInput {...form.input('reason')} maxLength={100} placeholder="如：使用轮椅" />
          </Field>
          <Button type="submit" busy={form.busy}>
            登记
          </Button>
        </div>
      </PlainForm>
    </Card>
  );
}
