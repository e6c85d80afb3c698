import { eq } from 'drizzle-orm';
import { type DeskState, OPEN_DESK_STATES } from '@zikao/contract/desk/lifecycle';
import type { Services } from '#platform/context';
import type { Listener } from '#platform/outbox';
import { openNumbers, type RequestRow, undoCodeOf } from './seal.ts';
import { deskRequests } from './tables.ts';
import { filling } from './tell.ts';
import { TEXTS } from './texts.ts';

/** Sends what a request's step is worth to the number meant: the text is made here, so that no code lies in the outbox. */
export const listen: Listener = async (services, event) => {
  if (event.name !== 'desk.smsDue') return;
  const { request, to, step } = event.payload;
  const [row] = await services.db.select().from(deskRequests).where(eq(deskRequests.id, request));
  if (!row) return;
  const texts = TEXTS[row.kind][step as DeskState];
  const write = to === 'old' ? texts.old : texts.new;
  const { oldPhone, newPhone } = openNumbers(services.keys, row);
  const phone = to === 'old' ? oldPhone : newPhone;
  if (!write || !phone) return;
  const undo = to === 'old' && OPEN_DESK_STATES.includes(step as DeskState) ? howToUndo(services, row) : '';
  const text = `${write(await filling(services, row))}${undo}`;
  await services.sms.send({ phone, purpose: 'notification', text });
};

const howToUndo = ({ config, keys }: Services, { id }: RequestRow) => {
  const where = config.PUBLIC_URL
    ? new URL('/undo', config.PUBLIC_URL).href
    : '考生服务平台“忘记密码”页里的“撤销办理”';
  return `如非本人办理，请打开 ${where} 输入撤销码 ${undoCodeOf(keys, id)}。撤销码请勿告诉他人。`;
};
