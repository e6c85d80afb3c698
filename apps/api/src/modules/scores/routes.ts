import { getScores } from '@zikao/contract/scores';
import { serve, type Server } from '#platform/serve';
import { officeRoutes } from './office-routes.ts';
import { showScores } from './show.ts';

export function routes(server: Server): void {
  serve(server, getScores, (ctx) => showScores(ctx));
  officeRoutes(server);
}
