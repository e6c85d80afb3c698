import type { Answer, Endpoint, Request } from '@zikao/contract/endpoint';
import { pathOf, Refused, refusalOf } from '#api/client';

/** Uploads bytes with progress from 0 to 1; `signal` cancels. Throws `Refused`. fetch cannot tell upload progress. */
export function upload<E extends Endpoint>(
  endpoint: E,
  request: Omit<Request<E>, 'body'> & { body: Blob },
  { progress, signal }: { progress?: (share: number) => void; signal?: AbortSignal } = {},
): Promise<Answer<E>> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(endpoint.method, pathOf(endpoint, request as unknown as Request<E>));
    xhr.setRequestHeader('content-type', 'application/octet-stream');
    xhr.timeout = 120_000;
    xhr.upload.addEventListener('progress', ({ loaded, total }) => progress?.(total ? loaded / total : 0));
    const lost = () => reject(new Refused({ code: 'offline', title: '上传没有完成，请检查网络后重试。' }));
    xhr.addEventListener('error', lost);
    xhr.addEventListener('timeout', lost);
    xhr.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    xhr.addEventListener('load', () => {
      if (xhr.status >= 200 && xhr.status < 300) resolve(JSON.parse(xhr.responseText) as Answer<E>);
      else reject(refusalOf(xhr.responseText));
    });
    signal?.addEventListener('abort', () => xhr.abort());
    xhr.send(request.body);
  });
}
