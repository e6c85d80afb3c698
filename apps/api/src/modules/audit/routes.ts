import * as contract from '@zikao/contract/audit';
import { serve, type Server } from '#platform/serve';
import { exportTrail } from './export.ts';
import { list } from './list.ts';
import { listOfficers } from './officers.ts';
import { findAuditedPeople } from './people.ts';
import { verify } from './verify.ts';

export function routes(server: Server): void {
  serve(server, contract.listAudit, list);
  serve(server, contract.findAudited, findAuditedPeople);
  serve(server, contract.listAuditOfficers, listOfficers);
  serve(server, contract.exportAudit, exportTrail);
  serve(server, contract.verifyAudit, (ctx, { query }) => verify(ctx, query));
}
