import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { generatePath, Link } from 'react-router';
import { importVenues, previewVenues, venueTemplate } from '@zikao/contract/venue-import';
import { listVenues, type VenueHead } from '@zikao/contract/venues';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { ImportDialog } from '#forms/import';
import { paths } from '#paths';
import { Button, ButtonLink } from '#ui/Button';
import { Card } from '#ui/Card';
import { type Column, DataTable } from '#ui/DataTable';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { Tag } from '#ui/Tag';
import './venues.css';

const CALLS = { template: venueTemplate, preview: previewVenues, apply: importVenues };

const columns: Column<VenueHead>[] = [
  {
    id: 'name',
    title: '考点',
    head: true,
    cell: ({ id, name }) => <Link to={generatePath(paths.venue, { venue: id })}>{name}</Link>,
  },
  { id: 'code', title: '代码', cell: ({ code }) => <span className="num">{code}</span> },
  { id: 'district', title: '考区', cell: ({ districtName }) => districtName },
  { id: 'address', title: '地址', cell: ({ address }) => address },
  { id: 'rooms', title: '考场', align: 'end', cell: ({ rooms }) => rooms },
  { id: 'seats', title: '座位', align: 'end', cell: ({ seats }) => seats },
  {
    id: 'accessible',
    title: '无障碍座位',
    align: 'end',
    cell: ({ accessibleSeats }) => accessibleSeats || <span className="muted">—</span>,
  },
  {
    id: 'state',
    title: '状态',
    cell: ({ inUse }) => <Tag tone={inUse ? 'ok' : 'info'}>{inUse ? '使用中' : '已停用'}</Tag>,
  },
];

/** 考点与考场: where the exams are sat; a district sees its own. */
export function VenuesPage() {
  const { data, error, refetch } = useQuery(query(listVenues, { query: {} }));
  const [importing, setImporting] = useState(false);
  const used = data?.items.filter(({ inUse }) => inUse) ?? [];
  const seats = used.reduce((sum, venue) => sum + venue.seats, 0);
  return (
    <div className="staff-page venues">
      <PageTitle
        title="考点与考场"
        side={
          <div className="venues__head">
            <Button onClick={() => setImporting(true)}>导入考点与考场</Button>
            <ButtonLink look="primary" to={paths.newVenue}>
              新建考点
            </ButtonLink>
          </div>
        }
      >
        <p>
          编排座位用到的考点和考场。修改只影响以后的编排，已公布的座次不变。
          {data && ` 使用中的考点 ${used.length} 个，每场共 ${seats} 个座位。`}
        </p>
      </PageTitle>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && (
        <Card flush={data.items.length > 0}>
          <DataTable
            caption="考点，按考区和代码"
            hideCaption
            dense
            columns={columns}
            items={data.items}
            keyOf={({ id }) => id}
            empty={<EmptyState title="还没有考点">新建考点并安排考场后，就可以编排座位。</EmptyState>}
          />
        </Card>
      )}
      <ImportDialog
        open={importing}
        what="考点与考场"
        calls={CALLS}
        removable
        onClose={() => setImporting(false)}
        onDone={() => void refetch()}
      />
    </div>
  );
}
