import { z } from 'zod';
import type { Cell } from './cells.ts';
import { BINARY, endpoint } from './endpoint.ts';
import type { Access } from './permissions.ts';
import { MAX_SHEET_BYTES, SHEET_REFUSALS } from './sheets.ts';

/** Of one import that is previewed and applied at once. */
export const MAX_IMPORT_ROWS = 20_000;
/** Differences and faults a preview shows. */
export const MAX_SHOWN = 200;

export type ImportColumn<Schema extends z.ZodType = z.ZodType> = Cell<Schema> & {
  title: string;
  /** Other names under which offices know it. */
  also?: readonly string[];
  /** The file must have it. A column that it may lack stays as it is where it lacks it. */
  required?: boolean;
  /** In the template. */
  example: string;
};

/**
 * A table that can be imported. From this alone come the file to fill in, the mapping of columns by their titles, the
 * checks of every cell with their messages, and the words of the preview.
 */
export interface ImportDefinition<
  Columns extends Record<string, ImportColumn> = Record<string, ImportColumn>,
> {
  /** 课程: as in 导入课程. */
  title: string;
  columns: Columns;
  /** Fields that together tell one row from another. */
  key: readonly string[];
}

/** Keeps the columns' types, so that rows are typed from them. */
export const importDefinition = <Columns extends Record<string, ImportColumn>>(
  definition: ImportDefinition<Columns> & { key: readonly (keyof Columns & string)[] },
): ImportDefinition<Columns> => definition;

export type ImportRow<D> =
  D extends ImportDefinition<infer Columns>
    ? { [Field in keyof Columns]: z.output<Columns[Field]['schema']> }
    : never;

/** What happens to rows that the file does not have. */
export const REMOVALS = { keep: '保留', remove: '删除' } as const;

/** `no`: row of the file; absent for what is only in the database. */
const ImportFault = z.object({
  no: z.number().int().optional(),
  title: z.string().optional(),
  message: z.string(),
});
export const Difference = z.object({
  kind: z.enum(['added', 'changed', 'removed']),
  no: z.number().int().optional(),
  /** Its key, as shown. */
  name: z.string(),
  cells: z.array(
    z.object({ title: z.string(), before: z.string().optional(), after: z.string().optional() }),
  ),
});
export type Difference = z.output<typeof Difference>;

export const ImportPreview = z
  .object({
    rows: z.number().int().describe('文件里的行数'),
    encoding: z.string().optional(),
    /** Columns of the file that are not used. */
    ignored: z.array(z.string()),
    counts: z.object({
      added: z.number().int(),
      changed: z.number().int(),
      removed: z.number().int(),
      same: z.number().int(),
    }),
    differences: z.array(Difference).describe(`最多 ${MAX_SHOWN} 条`),
    faults: z.array(ImportFault).describe(`最多 ${MAX_SHOWN} 处；有问题时不能导入`),
    /** How many faults there are. */
    faultCount: z.number().int(),
    /** Names what was compared: applying is refused when anything is different by then. Absent: cannot be applied. */
    basis: z.string().optional(),
  })
  .meta({ id: 'ImportPreview' });
export type ImportPreview = z.output<typeof ImportPreview>;

const File = z.object({
  name: z.string().max(400).describe('文件名'),
  removal: z.enum(['keep', 'remove']).default('keep').describe('文件里没有的行：保留或删除'),
});
const accepts = ['application/octet-stream'];

/** The three calls of an import: file to fill in, preview, application. The same file is sent to both of the latter. */
export function importEndpoints<Params extends z.ZodType | undefined>({
  path,
  access,
  tag,
  what,
  params,
}: {
  /** `/catalogue/courses`: below it come `/import…`. */
  path: `/${string}`;
  access: Access;
  tag: string;
  /** 课程. */
  what: string;
  params: Params;
}) {
  return {
    template: endpoint({
      method: 'GET',
      path: `${path}/import/template`,
      access,
      tag,
      summary: `导入${what}的表格样式；with=rows 时带现有内容`,
      params,
      query: z.object({
        format: z.enum(['csv', 'xlsx']),
        with: z.enum(['example', 'rows']).default('example'),
      }),
      returns: BINARY,
      download: true,
      problems: ['notFound'],
    }),
    preview: endpoint({
      method: 'POST',
      path: `${path}/import/preview`,
      access,
      tag,
      summary: `导入${what}的预览：将新增、修改、删除什么，每处问题在第几行；不写入`,
      params,
      query: File,
      body: BINARY,
      accepts,
      maxBytes: MAX_SHEET_BYTES,
      returns: ImportPreview,
      problems: ['notFound', 'import.tooManyRows', ...SHEET_REFUSALS],
    }),
    apply: endpoint({
      method: 'POST',
      path: `${path}/import`,
      access,
      tag,
      summary: `导入${what}：与预览一致才写入，全部写入或全部不写`,
      params,
      query: File.extend({ basis: z.string().length(64) }),
      body: BINARY,
      accepts,
      maxBytes: MAX_SHEET_BYTES,
      returns: ImportPreview.pick({ counts: true }),
      problems: ['notFound', 'import.stale', 'import.faults', 'import.tooManyRows', ...SHEET_REFUSALS],
    }),
  };
}
