import * as board from '@zikao/contract/oversight';
import { serve, type Server } from '#platform/serve';
import { boardOf } from './board.ts';
import { officeBoard } from './office-board.ts';

export function routes(server: Server): void {
  serve(server, board.getBoard, boardOf);
  serve(server, board.getOfficeBoard, officeBoard);
}
