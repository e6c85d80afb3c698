import {
  agreeToNotice,
  confirmProfile,
  consentToPictures,
  getProfile,
  saveProfileDraft,
} from '@zikao/contract/candidates';
import { serve, type Server } from '#platform/serve';
import { agreeToNotice as agree } from './agree.ts';
import { confirmProfile as confirm } from './confirm.ts';
import { consentToPictures as consent } from './consent.ts';
import { saveDraft } from './save-draft.ts';
import { showProfile } from './show-profile.ts';

export function routes(server: Server): void {
  serve(server, getProfile, showProfile);
  serve(server, agreeToNotice, (ctx, { body }) => agree(ctx, body.version));
  serve(server, saveProfileDraft, (ctx, { body }) => saveDraft(ctx, body));
  serve(server, confirmProfile, confirm);
  serve(server, consentToPictures, (ctx, { body }) => consent(ctx, body.version));
}
