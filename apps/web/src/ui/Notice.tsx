import type { ReactNode } from 'react';
import './notice.css';

type Props = {
  tone?: 'info' | 'wait' | 'ok' | 'no';
  title?: ReactNode;
  /** `alert` for something that just went wrong, `status` for something that just changed. */
  role?: 'alert' | 'status';
  children?: ReactNode;
};

const words = { info: '提示', wait: '请注意', ok: '成功', no: '错误' };

export function Notice({ tone = 'info', title, role, children }: Props) {
  return (
    <div className={`notice notice--${tone}`} role={role}>
      <span className="hidden-text">{words[tone]}：</span>
      {title && <p className="notice__title">{title}</p>}
      {children}
    </div>
  );
}
