import * as contract from '@zikao/contract/identity';
import { serve, type Server } from '#platform/serve';
import { makeChallenge } from './challenge.ts';
import { changePassword } from './change-password.ts';
import { changePhone } from './change-phone.ts';
import { chooseFirstPassword } from './choose-first-password.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { listDevices, revokeDevice } from './devices.ts';
import { firstSignIn } from './first-sign-in.ts';
import { getAccount } from './get-account.ts';
import { listAccess } from './list-access.ts';
import { register } from './register.ts';
import { resetPassword } from './reset-password.ts';
import { sendCode, sendOwnCode, sendSecondFactor } from './send-code.ts';
import { closeSession, touch } from './sessions.ts';
import { serveOutbox } from './show-outbox.ts';
import { getSession, showSession } from './show-session.ts';
import { signInByCode } from './sign-in-by-code.ts';
import { signIn, staffSignIn } from './sign-in.ts';
import { beginTotp } from './totp.ts';

export function routes(server: Server): void {
  serve(server, contract.getChallenge, (ctx) => makeChallenge(ctx));
  serve(server, contract.sendCode, (ctx, { body }) => sendCode(ctx, body));
  serve(server, contract.register, (ctx, { body }) => register(ctx, body));
  serve(server, contract.firstSignIn, (ctx, { body }) => firstSignIn(ctx, body));
  serve(server, contract.resetPassword, (ctx, { body }) => resetPassword(ctx, body));

  serve(server, contract.signIn, (ctx, { body }) => signIn(ctx, body));
  serve(server, contract.signInByCode, (ctx, { body }) => signInByCode(ctx, body));
  serve(server, contract.staffSignIn, (ctx, { body }) => staffSignIn(ctx, body));
  serve(server, contract.sendSecondFactor, (ctx, { body }) => sendSecondFactor(ctx, body));
  serve(server, contract.chooseFirstPassword, (ctx, { body }) => chooseFirstPassword(ctx, body));
  serve(server, contract.beginTotp, (ctx) => beginTotp(ctx));
  serve(server, contract.confirmSecondFactor, (ctx, { body }) => confirmSecondFactor(ctx, body));

  serve(server, contract.getSession, (ctx) => getSession(ctx));
  serve(server, contract.extendSession, async (ctx) => {
    await touch(ctx, ctx.actor.session);
    return showSession(ctx, ctx.actor.session);
  });
  serve(server, contract.signOut, (ctx) => closeSession(ctx));

  serve(server, contract.getAccount, (ctx) => getAccount(ctx));
  serve(server, contract.changePassword, (ctx, { body }) => changePassword(ctx, body));
  serve(server, contract.sendOwnCode, (ctx, { body }) => sendOwnCode(ctx, body));
  serve(server, contract.changePhone, (ctx, { body }) => changePhone(ctx, body));
  serve(server, contract.listDevices, (ctx) => listDevices(ctx));
  serve(server, contract.revokeDevice, (ctx, { params }) => revokeDevice(ctx, params.id));
  serve(server, contract.listAccess, (ctx, { query }) => listAccess(ctx, query));
  serveOutbox(server);
}
