import type { ReactNode } from 'react';
import { Link } from 'react-router';
import './rows.css';

export type Row = {
  label: string;
  value: ReactNode;
  /** Where 修改 of this row leads. */
  changeTo?: string;
  /** A sentence under the value: the former value, why it was rejected. */
  note?: ReactNode;
  tone?: 'wait' | 'no';
};

type Props = { title?: ReactNode; changeTo?: string; rows: readonly Row[] };

/** Labels and values of a preview, grouped as the form was. */
export function Rows({ title, changeTo, rows }: Props) {
  return (
    <section className="rows">
      {title && (
        <div className="rows__head">
          <h2 className="rows__title">{title}</h2>
          {changeTo && <ChangeLink to={changeTo} of={title} />}
        </div>
      )}
      <dl className="rows__list">
        {rows.map((row) => (
          <div key={row.label} className={row.tone ? `rows__row rows__row--${row.tone}` : 'rows__row'}>
            <dt className="rows__label">{row.label}</dt>
            <dd className="rows__value">
              {row.value || row.value === 0 ? row.value : <span className="muted">未填写</span>}
              {row.note && <div className="rows__note">{row.note}</div>}
            </dd>
            {row.changeTo && (
              <dd className="rows__change">
                <ChangeLink to={row.changeTo} of={row.label} />
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}

function ChangeLink({ to, of }: { to: string; of: ReactNode }) {
  return (
    <Link className="rows__link" to={to}>
      修改<span className="hidden-text">{of}</span>
    </Link>
  );
}
