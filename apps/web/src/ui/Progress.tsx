import { Button } from './Button.tsx';
import './progress.css';

type Props = {
  /** What is on its way: a file name, `人脸模型`. */
  label: string;
  /** 0 to 1; leave out when the end is not known. */
  value?: number;
  state?: 'going' | 'done' | 'failed';
  /** What to do after a failure. */
  error?: string;
  onCancel?: () => void;
  onRetry?: () => void;
};

export function Progress({ label, value, state = 'going', error, onCancel, onRetry }: Props) {
  const percent = value === undefined ? undefined : Math.round(value * 100);
  return (
    <div className={`progress progress--${state}`}>
      <div className="progress__head">
        <span className="progress__label">{label}</span>
        <span className="progress__state num" role={state === 'going' ? undefined : 'status'}>
          {state === 'done'
            ? '✓ 已完成'
            : state === 'failed'
              ? '未完成'
              : percent !== undefined && `${percent}%`}
        </span>
      </div>
      {state === 'going' && (
        <progress className="progress__bar" max={100} value={percent} aria-label={label} />
      )}
      {state === 'failed' && (
        <p className="progress__error" role="alert">
          {error ?? '没有传上去，请检查网络后重试。'}
        </p>
      )}
      <div className="progress__acts">
        {state === 'going' && onCancel && (
          <Button size="small" onClick={onCancel}>
            取消
          </Button>
        )}
        {state === 'failed' && onRetry && (
          <Button size="small" onClick={onRetry}>
            重试
          </Button>
        )}
      </div>
    </div>
  );
}
