import type { ReactNode } from 'react';
import type { Measured } from '@zikao/contract/measures';
import type { Case } from '@zikao/contract/review';
import type { CardText } from '@zikao/contract/verification';
import { type Agreement, type CardRow, cardRows, validityOf } from './card-rows.ts';
import { differences } from './text-differences.ts';

interface Props {
  groups: Case['groups'];
  card: CardText;
  measures: readonly Measured[];
  /** The day of submission, ISO. */
  on: string;
}

const WORDS: Record<Agreement, string> = {
  same: '一致',
  near: '字形相符',
  different: '不同',
  unread: '未能识读',
  free: '可以与通讯地址不同',
};
const SIGNS: Record<Agreement, string> = { same: '✓', near: '✓', different: '✗', unread: '△', free: '' };

/** What was filled in beside what was read on the card. */
export function CardTable({ groups, card, measures, on }: Props) {
  const validity = validityOf(card, on);
  return (
    <table className="card-table">
      <caption className="hidden-text">填报内容与证件识读</caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">填报</th>
          <th scope="col">证件识读</th>
        </tr>
      </thead>
      <tbody>
        {cardRows(groups, card, measures).map((row) => (
          <tr key={row.key} className={`card-table__row--${row.agreement}`}>
            <th scope="row">{row.label}</th>
            <td className="num">{row.form ?? <span className="muted">未填写</span>}</td>
            <td className="num">
              {readOf(row)} <Says agreement={row.agreement} />
            </td>
          </tr>
        ))}
        <tr className={card.authority ? undefined : 'card-table__row--unread'}>
          <th scope="row">签发机关</th>
          <td className="muted">不填报</td>
          <td>{card.authority ?? <Says agreement="unread" />}</td>
        </tr>
        <tr className={validity.over || !validity.text ? 'card-table__row--unread' : undefined}>
          <th scope="row">有效期</th>
          <td className="muted">不填报</td>
          <td className="num">
            {validity.text ?? <Says agreement="unread" />}
            {validity.over && <span className="card-table__says"> △ 已过期</span>}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Says({ agreement }: { agreement: Agreement }) {
  return (
    <span className="card-table__says">
      <span aria-hidden="true">{SIGNS[agreement]} </span>
      <span className={agreement === 'same' ? 'hidden-text' : undefined}>{WORDS[agreement]}</span>
    </span>
  );
}

function readOf({ agreement, form, card }: CardRow): ReactNode {
  if (!card || !form || !['near', 'different'].includes(agreement)) return card;
  return differences(card, form).map(({ text, differs }, index) =>
    differs ? <mark key={index}>{text}</mark> : text,
  );
}
