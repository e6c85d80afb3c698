export { RoomPage } from './RoomPage.tsx';
export { RunPage } from './RunPage.tsx';
export { SeatingPage } from './SeatingPage.tsx';
