import * as contract from '@zikao/contract/exports';
import { serve, type Server } from '#platform/serve';
import { exportList } from './export.ts';

export function routes(server: Server): void {
  serve(server, contract.exportList, exportList);
}
