import * as needs from '@zikao/contract/seating-needs';
import * as runs from '@zikao/contract/seating-runs';
import * as venueImport from '@zikao/contract/venue-import';
import * as venues from '@zikao/contract/venues';
import { applyImport, importTemplate, previewImport } from '#platform/imports';
import { serve, type Server } from '#platform/serve';
import { changeSeat } from './change-seat.ts';
import { exportRun } from './export-run.ts';
import { getVenue } from './get-venue.ts';
import { listRuns } from './list-runs.ts';
import { listVenues } from './list-venues.ts';
import { cancelRun, publishRun, withdrawRun } from './move-run.ts';
import { createVenue, deleteVenue, saveVenue } from './save-venue.ts';
import { listNeeds, setNeed } from './needs.ts';
import { seatLate } from './seat-late.ts';
import { listRooms, showRoom } from './show-room.ts';
import { startRun } from './start-run.ts';
import { venueTable } from './venue-table.ts';
import { viewRun } from './view-run.ts';

export function routes(server: Server): void {
  serve(server, venues.listVenues, listVenues);
  serve(server, venues.getVenue, (ctx, { params }) => getVenue(ctx, params.venue));
  serve(server, venues.createVenue, createVenue);
  serve(server, venues.saveVenue, saveVenue);
  serve(server, venues.deleteVenue, deleteVenue);
  serve(server, venueImport.venueTemplate, (ctx, { query }) => importTemplate(ctx, venueTable, query));
  serve(server, venueImport.previewVenues, (ctx, { query, body: bytes }) =>
    previewImport(ctx, venueTable, { ...query, bytes }),
  );
  serve(server, venueImport.importVenues, (ctx, { query, body: bytes }) =>
    applyImport(ctx, venueTable, { ...query, bytes }),
  );

  serve(server, needs.listSeatingNeeds, listNeeds);
  serve(server, needs.setSeatingNeed, setNeed);

  serve(server, runs.listSeatingRuns, listRuns);
  serve(server, runs.startSeatingRun, startRun);
  serve(server, runs.getSeatingRun, (ctx, { params }) => viewRun(ctx, params.run));
  serve(server, runs.cancelSeatingRun, cancelRun);
  serve(server, runs.publishSeatingRun, publishRun);
  serve(server, runs.withdrawSeatingRun, withdrawRun);
  serve(server, runs.addLateSeats, seatLate);
  serve(server, runs.listSeatedRooms, listRooms);
  serve(server, runs.getSeatedRoom, showRoom);
  serve(server, runs.changeSeat, changeSeat);
  serve(server, runs.exportSeatingRun, exportRun);
}
