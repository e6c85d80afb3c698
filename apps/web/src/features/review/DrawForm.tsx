import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { generatePath, useNavigate } from 'react-router';
import { QUEUES } from '@zikao/contract/review';
import { drawSpotCheck, listSpotChecks, REVIEWERS } from '@zikao/contract/spot-checks';
import { KINDS } from '@zikao/contract/applications/kinds/index';
import type { Kinds } from '@zikao/contract/applications/kind';
import { call, newKey } from '#api/client';
import { keyOf } from '#api/query';
import { PlainForm } from '#forms/PlainForm';
import { usePlainForm } from '#forms/use-plain-form';
import { paths } from '#paths';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { Field } from '#ui/Field';
import { Select } from '#ui/Select';
import { TextInput } from '#ui/TextInput';
import { optionsOf } from '#ui/options';
import { DistrictChoice } from './FilterChoices.tsx';
import { periodDays } from './periods.ts';
import { SAMPLING_FORM, type SamplingText, WAYS } from './sampling.ts';

/** Where officers fill in the outcome there is nothing to judge again. */
const judged = Object.entries(QUEUES).filter(([queue]) => !(KINDS as Kinds)[queue]?.decision);
const QUEUE_OPTIONS = [{ value: '', label: '全部' }, ...optionsOf(Object.fromEntries(judged))];

/** 抽取: from what, how many, and who looks again. */
export function DrawForm({ now }: { now: number }) {
  const [key, setKey] = useState(newKey);
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = usePlainForm<SamplingText>({
    schema: SAMPLING_FORM,
    labels: {
      from: '从',
      to: '到',
      queue: '待办种类',
      district: '考区',
      reviewers: '由谁复查',
      way: '抽取',
      amount: '数量',
      seed: '种子',
    },
    blame: { 'spotCheck.nothing': 'from' },
    initial: { ...periodDays('week', now), reviewers: 'province', way: 'size', amount: '20' },
    async submit(body) {
      const drawn = await call(drawSpotCheck, { body: body as never }, { key });
      setKey(newKey());
      await client.invalidateQueries({ queryKey: keyOf(listSpotChecks) });
      await navigate(generatePath(paths.spotCheck, { spotCheck: drawn.id }));
    },
  });
  return (
    <Card title="抽取一批">
      <PlainForm form={form}>
        <div className="draw">
          <Field {...form.field('from')}>
            <TextInput {...form.input('from')} type="date" max="2100-12-31" />
          </Field>
          <Field {...form.field('to')}>
            <TextInput {...form.input('to')} type="date" max="2100-12-31" />
          </Field>
          <Field {...form.field('queue')}>
            <Select {...form.input('queue')} options={QUEUE_OPTIONS} placeholder={null} />
          </Field>
          <Field {...form.field('district')}>
            <DistrictChoice
              value={form.values.district}
              onChange={(district) => form.set('district', district)}
            />
          </Field>
          <Field {...form.field('way')}>
            <Select {...form.input('way')} options={optionsOf(WAYS)} placeholder={null} />
          </Field>
          <Field {...form.field('amount')}>
            <TextInput {...form.input('amount')} inputMode="numeric" maxLength={3} autoComplete="off" />
          </Field>
          <Field {...form.field('reviewers')}>
            <Select {...form.input('reviewers')} options={optionsOf(REVIEWERS)} placeholder={null} />
          </Field>
          <Field {...form.field('seed')} optional>
            <TextInput {...form.input('seed')} maxLength={64} autoComplete="off" placeholder="不填则随机" />
          </Field>
        </div>
        <p className="small muted">
          从这段时间生效的决定里随机抽取，最多 500 件。相同的种子和范围抽到相同的件。没有人复查自己的决定。
        </p>
        <div className="row">
          <Button type="submit" look="primary" busy={form.busy}>
            抽取
          </Button>
        </div>
      </PlainForm>
    </Card>
  );
}
