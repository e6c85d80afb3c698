import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { type AuditOfficer, listAuditOfficers } from '@zikao/contract/audit';
import { actionsOf, AUDIT_ACTIONS, AUDIT_AREAS } from '@zikao/contract/audit-actions';
import { ROLE_NAMES } from '@zikao/contract/permissions';
import { useDistrictOptions } from '#api/districts';
import { query } from '#api/query';
import { Button } from '#ui/Button';
import { Field } from '#ui/Field';
import { Select } from '#ui/Select';
import { TextInput } from '#ui/TextInput';
import { timeFault, type Typed } from './filter.ts';

interface Props {
  filter: Typed;
  onApply: (filter: Partial<Typed>) => void;
}
const NAMES = ['officer', 'area', 'action', 'district', 'subject', 'from', 'to'] as const;
type Name = (typeof NAMES)[number];

const AREAS = AUDIT_AREAS.map((area) => ({ value: area, label: area }));
const NONE = Object.fromEntries(NAMES.map((name) => [name, '']));

/** Who, at what, where and when; it counts when it is sent. */
export function AuditFilter({ filter, onApply }: Props) {
  const [typed, setTyped] = useState({
    ...filter,
    area: filter.area || (AUDIT_ACTIONS[filter.action]?.area ?? ''),
  });
  const [fault, setFault] = useState<string>();
  const { data: officers } = useQuery({ ...query(listAuditOfficers, {}), staleTime: Infinity });
  const districts = useDistrictOptions();
  const set = (name: Name, value: string) =>
    setTyped((before) => ({ ...before, ...(name === 'area' && { action: '' }), [name]: value }));
  function submit(event: SubmitEvent) {
    event.preventDefault();
    const wrong = timeFault(typed);
    setFault(wrong);
    if (!wrong) onApply({ ...typed, subject: typed.subject.trim() });
  }
  const select = (name: Name, label: string, options: { value: string; label: string }[]) => (
    <Field label={label}>
      <Select
        placeholder="全部"
        options={options}
        value={typed[name]}
        onChange={({ target }) => set(name, target.value)}
      />
    </Field>
  );
  const moment = (name: 'from' | 'to', label: string, error?: string) => (
    <Field label={label} {...(error && { error })}>
      <TextInput
        type="datetime-local"
        value={typed[name]}
        max="2100-12-31T23:59"
        onChange={({ target }) => set(name, target.value)}
      />
    </Field>
  );
  return (
    <form className="audit__filter" role="search" aria-label="查找记录" noValidate onSubmit={submit}>
      {select('officer', '操作人', (officers?.items ?? []).map(optionOf))}
      {select('district', '操作人所在考区', districts)}
      {select('area', '业务', AREAS)}
      {typed.area &&
        select(
          'action',
          '操作',
          actionsOf(typed.area).map((value) => ({ value, label: AUDIT_ACTIONS[value]!.words })),
        )}
      {moment('from', '从（北京时间）')}
      {moment('to', '到（北京时间）', fault)}
      <Field label="对象">
        <TextInput
          value={typed.subject}
          maxLength={80}
          autoComplete="off"
          placeholder="如 profile:编号"
          onChange={({ target }) => set('subject', target.value)}
        />
      </Field>
      <div className="audit__acts">
        <Button type="submit" look="primary">
          查找记录
        </Button>
        {NAMES.some((name) => filter[name]) && (
          <Button look="plain" onClick={() => onApply(NONE)}>
            清除条件
          </Button>
        )}
      </div>
    </form>
  );
}

/** 张伟（西宁市，zhangwei） */
function optionOf({ id, name, username, role, district, active }: AuditOfficer) {
  const office = district ?? ROLE_NAMES[role];
  return { value: id, label: `${name}（${office}，${username}${active ? '' : '，已停用'}）` };
}
