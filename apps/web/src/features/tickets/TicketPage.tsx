import { useState } from 'react';
import { getTicketPage } from '@zikao/contract/tickets';
import { pathOf } from '#api/client';
import { Button } from '#ui/Button';

interface Props {
  of: { id: string; version: string; page: number; pages: number };
  onDrawn: () => void;
}

/** One page of the paper, drawn from the very file that is printed. */
export function TicketPage({ of: { id, version, page, pages }, onDrawn }: Props) {
  const [tries, setTries] = useState(0);
  const [failed, setFailed] = useState(false);
  const src = pathOf(getTicketPage, { params: { id, page }, query: { version } });
  const name = page === 1 ? '准考证及考场座次通知单' : '考场规则';
  return (
    <figure className="ticket__page">
      {failed ? (
        <div className="ticket__lost" role="alert">
          <p>现在查看的人较多，预览暂时没有显示出来。可以稍后再试，也可以直接下载 PDF。</p>
          <Button
            onClick={() => {
              setFailed(false);
              setTries(tries + 1);
            }}
          >
            重新显示
          </Button>
        </div>
      ) : (
        <img
          key={tries}
          src={src}
          alt={`第 ${page} 页：${name}。内容与上面的表格和下载的 PDF 相同。`}
          width={1654}
          height={2339}
          onLoad={onDrawn}
          onError={() => setFailed(true)}
        />
      )}
      <figcaption className="ticket__caption print-hide">
        第 {page} 页，共 {pages} 页　{name}
      </figcaption>
    </figure>
  );
}
