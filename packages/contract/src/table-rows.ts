import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { PageQuery, page } from './list.ts';
import type { Access } from './permissions.ts';

/** What every column of a row says, by field, as texts: as in a file, so that one set of checks serves both. */
const Cells = z.record(z.string().max(40), z.string().max(2_000));

/** A row of a table that is edited in the browser or imported. `key`: its key columns as shown; `version`: of its content. */
export const TableRow = z
  .object({ key: z.string(), version: z.number().int(), cells: Cells })
  .meta({ id: 'TableRow' });
export type TableRow = z.output<typeof TableRow>;

/** The five calls on the rows of a table, whose columns are an import definition. `params`: a schema of its address. */
export function rowEndpoints<Params extends z.ZodRawShape>({
  path,
  access,
  tag,
  what,
  params,
}: {
  path: `/${string}`;
  access: Access;
  tag: string;
  what: string;
  params: Params;
}) {
  const all = z.object(params);
  const one = z.object({ ...params, key: z.string().max(200) });
  const body = z.object({ cells: Cells });
  return {
    list: endpoint({
      method: 'GET',
      path: `${path}/rows`,
      access,
      tag,
      summary: `${what}：各行，可按任一列的文字查找`,
      params: all,
      query: PageQuery.extend({ search: z.string().max(60).optional() }),
      returns: page(TableRow),
      problems: ['notFound'],
    }),
    get: endpoint({
      method: 'GET',
      path: `${path}/rows/:key`,
      access,
      tag,
      summary: `${what}：一行`,
      params: one,
      etag: true,
      returns: TableRow,
      problems: ['notFound'],
    }),
    create: endpoint({
      method: 'POST',
      path: `${path}/rows`,
      access,
      tag,
      summary: `${what}：新增一行`,
      params: all,
      body,
      status: 201,
      etag: true,
      returns: TableRow,
      problems: ['notFound', 'row.exists', 'row.refused'],
    }),
    save: endpoint({
      method: 'PUT',
      path: `${path}/rows/:key`,
      access,
      tag,
      summary: `${what}：修改一行；没有给出的列不变`,
      params: one,
      body,
      ifMatch: true,
      etag: true,
      returns: TableRow,
      problems: ['notFound', 'request.stale', 'row.refused'],
    }),
    remove: endpoint({
      method: 'DELETE',
      path: `${path}/rows/:key`,
      access,
      tag,
      summary: `${what}：删除一行；正在使用的不能删除`,
      params: one,
      ifMatch: true,
      problems: ['notFound', 'request.stale', 'row.refused'],
    }),
  };
}
