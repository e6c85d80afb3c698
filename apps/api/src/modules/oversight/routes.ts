import * as board from '@zikao/contract/oversight';
import * as spotChecks from '@zikao/contract/spot-checks';
import { serve, type Server } from '#platform/serve';
import { boardOf } from './board.ts';
import { claimNextTask, releaseTask, renewTask } from './claim-task.ts';
import { decideTask } from './decide-task.ts';
import { draw } from './draw.ts';
import { end } from './end.ts';
import { listSpotChecks } from './find-spot-check.ts';
import { officeBoard } from './office-board.ts';
import { showSpotCheck } from './show-spot-check.ts';
import { showTask } from './show-task.ts';
import { spotCheckWork } from './spot-check-work.ts';

export function routes(server: Server): void {
  serve(server, board.getBoard, boardOf);
  serve(server, board.getOfficeBoard, officeBoard);
  serve(server, spotChecks.drawSpotCheck, draw);
  serve(server, spotChecks.listSpotChecks, listSpotChecks);
  serve(server, spotChecks.getSpotCheck, showSpotCheck);
  serve(server, spotChecks.endSpotCheck, end);
  serve(server, spotChecks.getSpotCheckWork, (ctx) => spotCheckWork(ctx));
  serve(server, spotChecks.claimSpotCheckTask, (ctx) => claimNextTask(ctx));
  serve(server, spotChecks.getSpotCheckTask, showTask);
  serve(server, spotChecks.renewSpotCheckTask, renewTask);
  serve(server, spotChecks.releaseSpotCheckTask, releaseTask);
  serve(server, spotChecks.decideSpotCheckTask, decideTask);
}
