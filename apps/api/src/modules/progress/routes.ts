import * as contract from '@zikao/contract/progress';
import { serve, type Server } from '#platform/serve';
import { showProgress } from './show.ts';

export function routes(server: Server): void {
  serve(server, contract.getProgress, showProgress);
}
