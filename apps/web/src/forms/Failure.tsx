import { Refused } from '#api/client';
import { ErrorState } from '#ui/ErrorState';

/** What stands where content would be when it could not be loaded. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const problem = error instanceof Refused ? error.problem : undefined;
  return (
    <ErrorState {...(problem?.instance && { requestId: problem.instance })} {...(onRetry && { onRetry })}>
      {problem && <p>{problem.title}</p>}
    </ErrorState>
  );
}
