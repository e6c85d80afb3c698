import * as contract from '@zikao/contract/prints';
import { serve, type Server } from '#platform/serve';
import { cancelPrint } from './cancel-print.ts';
import { listVenues, showVenue } from './list-venues.ts';
import { roomPaper } from './room-paper.ts';
import { savePrint } from './save-print.ts';
import { startPrint } from './start-print.ts';
import { listPrints } from './view-print.ts';

export function printRoutes(server: Server): void {
  serve(server, contract.listPrintVenues, listVenues);
  serve(server, contract.getPrintVenue, (ctx, { params }) => showVenue(ctx, params.id));
  serve(server, contract.getRoomPaper, (ctx, { params }) => roomPaper(ctx, params));
  serve(server, contract.startPrint, (ctx, { params, body }) => startPrint(ctx, params.id, body));
  serve(server, contract.listPrints, async (ctx) => ({ items: await listPrints(ctx) }));
  serve(server, contract.cancelPrint, (ctx, { params }) => cancelPrint(ctx, params.id));
  serve(server, contract.getPrintFile, (ctx, { params }) => savePrint(ctx, params.id));
}
