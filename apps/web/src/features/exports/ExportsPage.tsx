import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import {
  EXPORT_FORMATS,
  EXPORT_NAMES,
  type ExportFormat,
  exportList,
  type ExportName,
  EXPORTS,
} from '@zikao/contract/exports';
import { QUEUES } from '@zikao/contract/review';
import { pathOf } from '#api/client';
import { useDistrictOptions } from '#api/districts';
import { sessionQuery, siteQuery } from '#api/session';
import { ButtonLink } from '#ui/Button';
import { Card } from '#ui/Card';
import { Field } from '#ui/Field';
import { Notice } from '#ui/Notice';
import { PageTitle } from '#ui/PageTitle';
import { Select } from '#ui/Select';
import { TextInput } from '#ui/TextInput';
import { optionsOf } from '#ui/options';
import './exports.css';

const LISTS = EXPORT_NAMES.map((value) => ({ value, label: EXPORTS[value].title }));
const { profiles: _, enrolments: __, ...KINDS } = QUEUES;

/** 导出: which list, narrowed down how, as which file. What is chosen is in the address, so that a list can lead here. */
export function ExportsPage() {
  const [params, setParams] = useSearchParams();
  const { data: site } = useQuery(siteQuery);
  const { data: signed } = useQuery(sessionQuery);
  const province = signed?.session?.role === 'province';
  const districts = useDistrictOptions();
  const named = params.get('list');
  const list = EXPORT_NAMES.find((name) => name === named) ?? 'enrolments';
  const { title, filters, ...rest } = EXPORTS[list];
  const has = (filter: string) => (filters as readonly string[]).includes(filter);
  const set = (name: string, value: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        if (name === 'list') after.delete('state');
        return after;
      },
      { replace: true },
    );
  const select = (name: string, label: string, choices: { value: string; label: string }[]) => (
    <Field label={label}>
      <Select
        placeholder="全部"
        options={choices}
        value={params.get(name) ?? ''}
        onChange={({ target }) => set(name, target.value)}
      />
    </Field>
  );
  return (
    <div className="staff-page exports">
      <PageTitle title="导出">
        <p>名单里有身份证号等个人信息，只用于工作；每次导出都记入审计记录。</p>
      </PageTitle>
      <Card>
        <div className="exports__filters">
          <Field label="名单">
            <Select
              placeholder={null}
              options={LISTS}
              value={list}
              onChange={({ target }) => set('list', target.value)}
            />
          </Field>
          {has('session') && (
            <Field label={`考次（不填为${site?.session?.name ?? '当前考次'}）`}>
              <TextInput
                placeholder="如 2027-04"
                value={params.get('session') ?? ''}
                autoComplete="off"
                onChange={({ target }) => set('session', target.value.trim())}
              />
            </Field>
          )}
          {province && select('district', '考区', districts)}
          {has('kind') && select('kind', '申请种类', optionsOf(KINDS))}
          {'states' in rest && select('state', '状态', optionsOf(rest.states))}
          <Field label="姓名、身份证号或准考证号">
            <TextInput
              value={params.get('search') ?? ''}
              autoComplete="off"
              maxLength={60}
              onChange={({ target }) => set('search', target.value)}
            />
          </Field>
        </div>
        <div className="exports__acts">
          {(Object.keys(EXPORT_FORMATS) as ExportFormat[]).map((format) => (
            <Download key={format} {...{ list, format, params, has, title }} province={province} />
          ))}
        </div>
      </Card>
      <Notice title="怎样打开">
        <p>
          XLSX 可以直接用 Excel 或 WPS 打开，身份证号和准考证号都是文本，不会变成科学计数。CSV
          供其他系统导入，UTF-8 编码，长号码前有一个制表符。
        </p>
      </Notice>
    </div>
  );
}

interface DownloadProps {
  list: ExportName;
  format: ExportFormat;
  title: string;
  params: URLSearchParams;
  province: boolean;
  has: (filter: string) => boolean;
}

/** A link the browser saves as a file while it comes: nothing of it is held in the page. */
function Download({ list, format, title, params, province, has }: DownloadProps) {
  const names = ['session', 'kind', 'state', 'search', ...(province ? ['district'] : [])].filter((name) =>
    has(name),
  );
  const chosen = Object.fromEntries(
    names.flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : [])),
  );
  const href = pathOf(exportList, { params: { list }, query: { format, ...chosen } });
  return (
    <ButtonLink
      look={format === 'xlsx' ? 'primary' : 'ghost'}
      to={href}
      reloadDocument
      download={`${title}.${format}`}
    >
      导出 {EXPORT_FORMATS[format]}
    </ButtonLink>
  );
}
