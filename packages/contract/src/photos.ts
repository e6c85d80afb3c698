import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { PhotoProfile } from './measures.ts';
import { CardText } from './verification.ts';

export const getPhotoProfile = endpoint({
  method: 'GET',
  path: '/photo-profile',
  access: 'public',
  tag: '考试',
  summary: '照片图像采集规范及信息标准',
  returns: PhotoProfile,
});

/** What was read on the card in the working draft; `text` only when `ready`. Offered to the candidate, never put in. */
export const CardReading = z
  .object({ state: z.enum(['none', 'reading', 'ready', 'unreadable']), text: CardText.optional() })
  .meta({ id: 'CardReading' });
export type CardReading = z.output<typeof CardReading>;

const tag = '基本信息';

/** Reading is processing of card images: it needs the same consent as 提交验证. */
export const readCard = endpoint({
  method: 'POST',
  path: '/profile/card-reading',
  access: 'profile.own',
  tag,
  summary: '识读已上传的身份证图片，结果在 GET /profile/card-reading',
  status: 202,
  returns: CardReading,
  problems: ['photo.consentNeeded', 'profile.closed', 'card.needed', 'photo.unavailable'],
});
export const getCardReading = endpoint({
  method: 'GET',
  path: '/profile/card-reading',
  access: 'profile.own',
  tag,
  summary: '身份证图片上识读到的内容，供考生核对后采用',
  returns: CardReading,
});
