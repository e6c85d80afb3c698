export { phoneOf } from './phone-of.ts';
export { routes } from './routes.ts';
export { idNumberIndex, openIdNumber, openPhone, phoneIndex } from './seal.ts';
export { authenticate } from './sessions.ts';
export { openSms } from './sms.ts';
