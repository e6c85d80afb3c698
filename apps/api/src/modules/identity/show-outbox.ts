import { desc } from 'drizzle-orm';
import type { Server } from '#platform/serve';
import { OUTBOX } from './sms-outbox.ts';
import { smsOutbox } from './tables.ts';

const NEWEST = 50;
const time = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'medium',
  timeStyle: 'medium',
  hourCycle: 'h23',
});
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

/** The demo's mobile phone: every message "sent", for whoever tries the product out. Exists only with SMS=outbox. */
export function serveOutbox({ app, services }: Server): void {
  if (services.sms.shownAt !== OUTBOX) return;
  app.get(OUTBOX, async (_request, reply) => {
    const messages = await services.db
      .select()
      .from(smsOutbox)
      .orderBy(desc(smsOutbox.at), desc(smsOutbox.id))
      .limit(NEWEST);
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header(
        'content-security-policy',
        `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      )
      .send(page(messages));
  });
}

function page(messages: (typeof smsOutbox.$inferSelect)[]): string {
  const list = messages.map(
    ({ phone, text, at }) => `
      <li>
        <header><strong>${escape(phone)}</strong><time datetime="${at.toISOString()}">${escape(time.format(at))}</time></header>
        <p>${escape(text).replace(/\b(\d{6})\b/, '<b>$1</b>')}</p>
      </li>`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta http-equiv="refresh" content="4">
  <title>演示短信</title>
  <style>${STYLE}</style>
</head>
<body>
  <main>
    <h1>演示短信</h1>
    <p class="note">这里代替手机显示平台发出的短信，最新的在最前面，每 4 秒自动刷新。正式运行时没有这个页面。</p>
    ${list.length ? `<ol>${list.join('')}</ol>` : '<p class="empty">还没有短信。在注册、登录或忘记密码页点“获取验证码”后，短信会出现在这里。</p>'}
    <p><a href="/">返回平台</a></p>
  </main>
</body>
</html>`;
}

const STYLE = `
  body { margin: 0; background: #f4f6f8; color: #1c2733; font: 16px/1.6 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; }
  main { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
  h1 { font-size: 1.5rem; margin: 0; }
  .note { margin: .25rem 0 1.25rem; color: #4a5a6a; }
  .empty { padding: 1.5rem; background: #fff; border-radius: .75rem; }
  ol { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem; }
  li { background: #fff; border-radius: .75rem; padding: .875rem 1rem; box-shadow: 0 1px 2px rgb(16 32 48 / .12); }
  header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; }
  time { color: #4a5a6a; font-size: .875rem; }
  li p { margin: .25rem 0 0; overflow-wrap: anywhere; }
  b { font-size: 1.25rem; letter-spacing: .12em; color: #0b4f8a; }
  a { color: #0b4f8a; }
`;
