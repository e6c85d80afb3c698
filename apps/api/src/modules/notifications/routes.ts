import * as announcements from '@zikao/contract/announcements';
import { listDeliveries, retryDelivery } from '@zikao/contract/deliveries';
import { listMessageTexts, restoreMessageText, saveMessageText } from '@zikao/contract/message-texts';
import {
  getMessageSettings,
  listMessages,
  readMessages,
  saveMessageSettings,
} from '@zikao/contract/messages';
import { serve, type Server } from '#platform/serve';
import { confirm, create, listAll, withdraw } from './announcements.ts';
import * as deliveries from './deliveries.ts';
import { list } from './list.ts';
import { read } from './read.ts';
import { getSettings, saveSettings } from './settings.ts';
import { listTexts, restoreText, saveText } from './texts.ts';

export function routes(server: Server): void {
  serve(server, listMessages, (ctx, input) => list(ctx, input));
  serve(server, readMessages, (ctx) => read(ctx).then(() => undefined));
  serve(server, getMessageSettings, (ctx) => getSettings(ctx));
  serve(server, saveMessageSettings, saveSettings);
  serve(server, listMessageTexts, (ctx) => listTexts(ctx));
  serve(server, saveMessageText, saveText);
  serve(server, restoreMessageText, restoreText);
  serve(server, listDeliveries, deliveries.list);
  serve(server, retryDelivery, (ctx, input) => deliveries.retry(ctx, input).then(() => undefined));
  serve(server, announcements.listAnnouncements, listAll);
  serve(server, announcements.createAnnouncement, create);
  serve(server, announcements.confirmAnnouncement, (ctx, input) => confirm(ctx, input).then(() => undefined));
  serve(server, announcements.withdrawAnnouncement, (ctx, input) =>
    withdraw(ctx, input).then(() => undefined),
  );
}
