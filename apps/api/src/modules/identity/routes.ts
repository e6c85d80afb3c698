import * as contract from '@zikao/contract/identity';
import { serve, type Server } from '#platform/serve';
import { register } from './register.ts';
import { closeSession } from './sessions.ts';
import { getSession } from './show-session.ts';
import { signIn, staffSignIn } from './sign-in.ts';

export function routes(server: Server): void {
  serve(server, contract.register, (ctx, { body }) => register(ctx, body));
  serve(server, contract.signIn, (ctx, { body }) => signIn(ctx, body));
  serve(server, contract.staffSignIn, (ctx, { body }) => staffSignIn(ctx, body));
  serve(server, contract.getSession, (ctx) => getSession(ctx));
  serve(server, contract.signOut, async (ctx) => void (await closeSession(ctx)));
}
