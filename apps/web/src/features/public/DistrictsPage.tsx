import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { type District, listDistricts } from '@zikao/contract/exams';
import { query } from '#api/query';
import { Card } from '#ui/Card';
import { type Column, DataTable } from '#ui/DataTable';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Loaded } from './Loaded.tsx';

const UNKNOWN = '–';
const COLUMNS: Column<z.output<typeof District>>[] = [
  { id: 'name', title: '考区', head: true, cell: ({ name }) => `${name}考区` },
  { id: 'address', title: '地址', cell: ({ address }) => address ?? UNKNOWN },
  {
    id: 'phone',
    title: '电话',
    cell: ({ phone }) => (phone ? <a href={`tel:${phone}`}>{phone}</a> : UNKNOWN),
  },
  { id: 'hours', title: '办公时间', cell: ({ hours }) => hours ?? UNKNOWN },
];

/** 考区: where to go with one's papers. */
export function DistrictsPage() {
  return (
    <div className="wrap">
      <PageTitle title="考区">
        <p>资料审核、线下采集照片、合档、更换无法使用的手机号，都由考区办理。请带上本人身份证原件。</p>
      </PageTitle>
      <Loaded from={useQuery(query(listDistricts, {}))}>
        {({ items }) => (
          <Card>
            {!items.every(({ address, phone, hours }) => address && phone && hours) && (
              <p className="muted">没有写明的地址、电话和办公时间，以省考办公布为准。</p>
            )}
            <DataTable
              caption="各考区地址、电话和办公时间"
              hideCaption
              columns={COLUMNS.filter(({ id }) => id === 'name' || items.some((item) => item[id as 'phone']))}
              items={items}
              keyOf={({ code }) => code}
              empty={<EmptyState title="考区信息还没有公布" />}
            />
          </Card>
        )}
      </Loaded>
    </div>
  );
}
