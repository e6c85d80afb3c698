import * as contract from '@zikao/contract/staff';
import { devicesOf, findStaff } from '#modules/identity';
import { serve, type Server } from '#platform/serve';
import { deactivate, reactivate, resetPassword, resetTotp, signOutStaff } from './act.ts';
import { changeStaff } from './change.ts';
import { createStaff } from './create.ts';
import { getStaffRow, staffView, staffViews } from './view.ts';

export function routes(server: Server): void {
  serve(server, contract.listStaff, async (ctx) => ({ items: await staffViews(ctx, await findStaff(ctx)) }));
  serve(server, contract.createStaff, createStaff);
  serve(server, contract.getStaff, async (ctx, { params: { account } }) => {
    const row = await getStaffRow(ctx, account);
    return { staff: await staffView(ctx, row), sessions: await devicesOf(ctx, account) };
  });
  serve(server, contract.changeStaff, changeStaff);
  serve(server, contract.deactivateStaff, (ctx, { params, body }) =>
    deactivate(ctx, params.account, body.reason),
  );
  serve(server, contract.reactivateStaff, (ctx, { params, body }) =>
    reactivate(ctx, params.account, body.reason),
  );
  serve(server, contract.resetStaffPassword, (ctx, { params, body }) =>
    resetPassword(ctx, params.account, body.reason),
  );
  serve(server, contract.resetStaffTotp, (ctx, { params, body }) =>
    resetTotp(ctx, params.account, body.reason),
  );
  serve(server, contract.signOutStaff, (ctx, { params, body }) => signOutStaff(ctx, params.account, body));
}
