import { type AuditFilter, exportAudit } from '@zikao/contract/audit';
import { EXPORT_FORMATS, type ExportFormat } from '@zikao/contract/exports';
import { pathOf } from '#api/client';
import { ButtonLink } from '#ui/Button';

/** What is listed, as a file: a link the browser saves while it comes. */
export function AuditExport({ query }: { query: Partial<AuditFilter> }) {
  return (
    <div className="audit__export">
      {(Object.keys(EXPORT_FORMATS) as ExportFormat[]).map((format) => (
        <ButtonLink
          key={format}
          to={pathOf(exportAudit, { query: { ...query, format } })}
          reloadDocument
          download={`审计记录.${format}`}
        >
          导出 {EXPORT_FORMATS[format]}
        </ButtonLink>
      ))}
      <p className="muted">按上面的条件导出全部记录；末尾写明链头，可以在“校验审计链”中核对。</p>
    </div>
  );
}
