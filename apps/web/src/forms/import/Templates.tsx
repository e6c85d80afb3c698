import type { Endpoint, Request } from '@zikao/contract/endpoint';
import { pathOf } from '#api/client';
import type { ImportCalls } from './use-import.ts';

const FILES = [
  { format: 'xlsx', with: 'rows', label: '现有内容（XLSX）', name: '现有内容' },
  { format: 'csv', with: 'rows', label: '现有内容（CSV）', name: '现有内容' },
  { format: 'xlsx', with: 'example', label: '空白样式（XLSX）', name: '导入样式' },
] as const;

/** Files to begin with: what there is, to be changed and imported again, or nothing but the columns. */
export function Templates({ what, calls: { template, params } }: { what: string; calls: ImportCalls }) {
  return (
    <p className="import__templates">
      <span>列名须与样式一致，次序不限。下载：</span>
      {FILES.map(({ label, name, ...query }) => (
        <a
          key={label}
          href={pathOf(template, { params, query } as unknown as Request<Endpoint>)}
          download={`${what}${name}.${query.format}`}
        >
          {label}
        </a>
      ))}
    </p>
  );
}
