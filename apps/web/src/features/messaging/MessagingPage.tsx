import { PageTitle } from '#ui/PageTitle';
import { Deliveries } from './Deliveries.tsx';
import { Texts } from './Texts.tsx';
import './messaging.css';

/** 消息: whether what is sent arrives, and in which words it is sent. */
export function MessagingPage() {
  return (
    <div className="staff-page messaging">
      <PageTitle title="消息">
        <p>发给考生的站内消息和短信：发送情况，以及每种情况的文字。</p>
      </PageTitle>
      <Deliveries />
      <Texts />
    </div>
  );
}
