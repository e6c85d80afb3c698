import './spinner.css';

/** Waiting that is not tied to one button. */
export function Spinner({ label = '正在加载' }: { label?: string }) {
  return (
    <p className="spinner" role="status">
      <span className="spinner__mark" aria-hidden="true" />
      {label}
    </p>
  );
}

/** Grey lines where content is about to be. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  return (
    <div className="skeleton" role="status">
      <span className="hidden-text">正在加载</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="skeleton__line" aria-hidden="true" />
      ))}
    </div>
  );
}
