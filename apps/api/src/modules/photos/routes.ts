import { choosePhotoWay, getPicture, uploadPicture, verifyPhoto } from '@zikao/contract/candidates';
import { getCardReading, getPhotoProfile, readCard } from '@zikao/contract/photos';
import { photoProfile } from '#modules/exams';
import { serve, type Server } from '#platform/serve';
import { choosePhotoWay as choose } from './choose.ts';
import { getReading, readCard as read } from './read-card.ts';
import { openPicture } from './open-picture.ts';
import { uploadPicture as upload } from './upload.ts';
import { verifyPhoto as verify } from './verify.ts';

export function routes(server: Server): void {
  serve(server, uploadPicture, (ctx, { params, body }) => upload(ctx, params.kind, Buffer.from(body)));
  serve(server, verifyPhoto, verify);
  serve(server, choosePhotoWay, (ctx, { body }) => choose(ctx, body.choice));
  serve(server, getPicture, (ctx, { params }) => openPicture(ctx, params.id));
  serve(server, getPhotoProfile, photoProfile);
  serve(server, readCard, read);
  serve(server, getCardReading, getReading);
}
