import type { Endpoint, Request } from '@zikao/contract/endpoint';
import type { TableRow } from '@zikao/contract/table-rows';
import { call } from '#api/client';
import type { ImportCalls } from '#forms/import';

/** The calls on the rows of a table and its import, with the parameters of their address. */
export interface RowCalls extends ImportCalls {
  list: Endpoint;
  create: Endpoint;
  save: Endpoint;
  remove: Endpoint;
  params: Record<string, string>;
}
export interface Rows {
  items: TableRow[];
  next?: string;
  total?: number;
}
type Cells = Record<string, string>;

// One page serves tables of several addresses: their calls are alike, their types are not one.
const send = (endpoint: Endpoint, request: object, ifMatch?: number) =>
  call(endpoint, request as Request<Endpoint>, ifMatch === undefined ? {} : { ifMatch }) as Promise<unknown>;

export const listRows = ({ list, params }: RowCalls, query: Record<string, string | number>) =>
  send(list, { params, query }) as Promise<Rows>;

export const createRow = ({ create, params }: RowCalls, cells: Cells) =>
  send(create, { params, body: { cells } }) as Promise<TableRow>;

export const saveRow = ({ save, params }: RowCalls, { key, version }: TableRow, cells: Cells) =>
  send(save, { params: { ...params, key }, body: { cells } }, version) as Promise<TableRow>;

export const removeRow = ({ remove, params }: RowCalls, { key, version }: TableRow) =>
  send(remove, { params: { ...params, key } }, version);

/** All of them: what belongs to one thing is never many pages. */
export async function allRows(calls: RowCalls, search?: string): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await listRows(calls, { limit: 100, ...(search && { search }), ...(cursor && { cursor }) });
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return rows;
}
