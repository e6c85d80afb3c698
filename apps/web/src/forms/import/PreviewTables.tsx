import type { Difference, ImportPreview } from '@zikao/contract/imports';
import { MAX_SHOWN } from '@zikao/contract/imports';
import { type Column, DataTable } from '#ui/DataTable';
import { Notice } from '#ui/Notice';
import { Tag } from '#ui/Tag';

/** What an import would do: how much, what is wrong in which row, and every difference. */
export function PreviewTables({ preview }: { preview: ImportPreview }) {
  const { rows, encoding, ignored, counts, differences, faults, faultCount } = preview;
  const changes = counts.added + counts.changed + counts.removed;
  return (
    <div className="import__preview">
      <p className="import__counts" role="status">
        文件里有 {rows} 行{encoding && encoding !== 'utf-8' && `（${encoding.toUpperCase()} 编码）`}：
        <Tag tone="ok">新增 {counts.added}</Tag>
        <Tag tone="wait">修改 {counts.changed}</Tag>
        <Tag tone="no">删除 {counts.removed}</Tag>
        <span className="muted">没有变化 {counts.same}</span>
      </p>
      {ignored.length > 0 && <p className="muted">没有用到的列：{ignored.join('、')}</p>}
      {faultCount === 0 && counts.removed > 0 && (
        <Notice tone="wait" title={`将删除 ${counts.removed} 行`}>
          <p>文件里没有这些行。只想增加和修改的，请把“文件里没有的行”改为保留。</p>
        </Notice>
      )}
      {faultCount > 0 && (
        <>
          <Notice tone="no" title={`有 ${faultCount} 处问题，改好文件后再选择；现有内容没有改动`} />
          <DataTable
            caption={`问题${faultCount > MAX_SHOWN ? `（先列出 ${MAX_SHOWN} 处）` : ''}`}
            columns={FAULTS}
            items={faults.map((fault, at) => ({ ...fault, at }))}
            keyOf={({ at }) => String(at)}
            dense
          />
        </>
      )}
      {faultCount === 0 && changes === 0 && <Notice title="与现有内容完全一样，没有需要导入的" />}
      {faultCount === 0 && changes > 0 && (
        <DataTable
          caption={`变化${changes > MAX_SHOWN ? `（先列出 ${MAX_SHOWN} 条）` : ''}`}
          columns={DIFFERENCES}
          items={differences}
          keyOf={({ kind, name }) => `${kind} ${name}`}
          dense
        />
      )}
    </div>
  );
}

type Fault = ImportPreview['faults'][number] & { at: number };
const FAULTS: Column<Fault>[] = [
  { id: 'no', title: '行', head: true, cell: ({ no }) => (no === undefined ? '—' : `第 ${no} 行`) },
  { id: 'title', title: '列', cell: ({ title }) => title ?? '—' },
  { id: 'message', title: '问题', cell: ({ message }) => message },
];

const KINDS = { added: '新增', changed: '修改', removed: '删除' } as const;
const TONES = { added: 'ok', changed: 'wait', removed: 'no' } as const;
const DIFFERENCES: Column<Difference>[] = [
  { id: 'no', title: '行', cell: ({ no }) => no ?? '—' },
  { id: 'kind', title: '变化', cell: ({ kind }) => <Tag tone={TONES[kind]}>{KINDS[kind]}</Tag> },
  { id: 'name', title: '内容', head: true, cell: ({ name }) => <span className="num">{name}</span> },
  { id: 'cells', title: '改了什么', cell: ({ kind, cells }) => <Cells kind={kind} cells={cells} /> },
];

function Cells({ kind, cells }: Pick<Difference, 'kind' | 'cells'>) {
  return (
    <ul className="import__cells">
      {cells.map(({ title, before, after }) => (
        <li key={title}>
          <span className="muted">{title}</span>{' '}
          {kind === 'changed' ? (
            <>
              <del>{before ?? '空'}</del> → <ins>{after ?? '空'}</ins>
            </>
          ) : (
            (after ?? before)
          )}
        </li>
      ))}
    </ul>
  );
}
