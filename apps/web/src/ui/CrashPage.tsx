import { useRouteError } from 'react-router';
import { ErrorState } from './ErrorState.tsx';

/** The last net: a page that broke, or a part of the app that did not load. */
export function CrashPage() {
  const error = useRouteError();
  console.error(error);
  return (
    <main className="wrap stack">
      <h1 className="hidden-text">页面没有加载成功</h1>
      <ErrorState title="页面没有加载成功" onRetry={() => location.reload()}>
        <p>已经保存的内容不会丢。请检查网络后重试，一直不行时请联系考区工作人员。</p>
      </ErrorState>
    </main>
  );
}
