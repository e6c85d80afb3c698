import { codeCell, numberCell, textCell, yesCell } from './cells.ts';
import { importDefinition, importEndpoints, type ImportRow } from './imports.ts';

/** A line per room; what is said of its venue is the same in all its lines. */
export const VENUE_ROOMS = importDefinition({
  title: '考点考场',
  key: ['venue', 'no'],
  columns: {
    district: { title: '考区', also: ['考区代码'], required: true, example: '西宁市', ...textCell(20) },
    venue: {
      title: '考点代码',
      also: ['考点编号'],
      required: true,
      example: 'XN01',
      ...codeCell(/^[A-Za-z0-9-]{2,12}$/, 'XN01'),
    },
    name: { title: '考点名称', also: ['考点'], required: true, example: '西宁市第一中学', ...textCell(60) },
    address: {
      title: '考点地址',
      also: ['地址'],
      required: true,
      example: '城中区学院路 1 号',
      ...textCell(120),
    },
    no: { title: '考场号', also: ['考场'], required: true, example: '01', ...textCell(10) },
    rows: { title: '行数', example: '5', ...numberCell(1, 30, { whole: true }) },
    columns: { title: '列数', example: '6', ...numberCell(1, 30, { whole: true }) },
    capacity: { title: '座位数', also: ['座位'], example: '30', ...numberCell(1, 900, { whole: true }) },
    accessible: { title: '无障碍', example: '否', ...yesCell() },
  },
});
export type VenueRoomRow = ImportRow<typeof VENUE_ROOMS>;

const venues = importEndpoints({
  path: '/venues',
  access: 'venue.manage',
  tag: '考点与考场',
  what: '考点与考场',
  params: undefined,
});
export const venueTemplate = venues.template;
export const previewVenues = venues.preview;
export const importVenues = venues.apply;
