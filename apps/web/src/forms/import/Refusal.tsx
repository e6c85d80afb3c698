import { useEffect, useRef } from 'react';
import type { Refused } from '#api/client';
import { Notice } from '#ui/Notice';

/** Why a file was not taken, with the rows and columns it is about; takes the focus. */
export function Refusal({ error }: { error: Refused | undefined }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.focus();
  }, [error]);
  if (!error) return null;
  const { title, detail, errors = [] } = error.problem;
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="no" role="alert" title={title}>
        {detail && <p>{detail}</p>}
        {errors.length > 0 && (
          <ul className="import__errors">
            {errors.map(({ path, message }, at) => (
              <li key={`${path} ${at}`}>{message}</li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}
