import * as contract from '@zikao/contract/progress';
import { serve, type Server } from '#platform/serve';
import * as sittings from '@zikao/contract/sittings';
import { listSittings } from './list-sittings.ts';
import { showProgress } from './show.ts';

export function routes(server: Server): void {
  serve(server, contract.getProgress, showProgress);
  serve(server, sittings.listSittings, listSittings);
}
