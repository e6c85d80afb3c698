import { useState } from 'react';
import { getTicketFile, type Ticket } from '@zikao/contract/tickets';
import { pathOf } from '#api/client';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { Notice } from '#ui/Notice';
import { PageTitle } from '#ui/PageTitle';
import { SeatTable } from './SeatTable.tsx';
import { TicketPage } from './TicketPage.tsx';

type Paper = NonNullable<Ticket['paper']>;

/** The paper as it will come out of the printer, with what it says of the seats in words above it. */
export function TicketPaper({ paper, session }: { paper: Paper; session: string }) {
  const { id, version, pages, admissionNumber, lines, missing } = paper;
  const [drawn, setDrawn] = useState<ReadonlySet<number>>(new Set());
  const ready = drawn.size === pages;
  return (
    <div className="wrap ticket">
      <PageTitle
        title="考场座次通知单"
        side={
          <span className="row print-hide">
            <Button look="primary" aria-disabled={!ready} onClick={() => window.print()}>
              打印
            </Button>
            <a
              className="btn btn--ghost"
              href={pathOf(getTicketFile, { params: { id } })}
              download={`${session}考场座次通知单.pdf`}
            >
              下载 PDF
            </a>
          </span>
        }
      >
        <p>
          {session}考试　准考证号 <span className="num">{admissionNumber}</span>
        </p>
      </PageTitle>
      {missing.length > 0 && <Missing characters={missing} />}
      <div className="print-hide">
        <Card title="考试时间与座位">
          <SeatTable lines={lines} />
        </Card>
      </div>
      <p className="muted print-hide">
        下面是打印出来的样子，共 {pages} 页。请用 A4 纸打印，带好打印件和身份证原件参加考试。
      </p>
      {Array.from({ length: pages }, (_, at) => (
        <TicketPage
          key={`${version} ${at}`}
          of={{ id, version, page: at + 1, pages }}
          onDrawn={() => setDrawn((before) => new Set(before).add(at))}
        />
      ))}
    </div>
  );
}

function Missing({ characters }: { characters: readonly string[] }) {
  return (
    <div className="print-hide">
      <Notice tone="wait" title={`“${characters.join('、')}”在打印字库里没有，通知单上印成“〓”`}>
        <p>不影响参加考试。打印后请把这个字工整地填写在“〓”旁边，并告诉报考考区。</p>
      </Notice>
    </div>
  );
}
