export { animated, hugePng, mislabelled, polyglot, truncated } from './bad.ts';
export { CARD, drawIdCard, type CardOptions, type CardSide } from './card.ts';
export { DESK_CORNERS, onDesk } from './desk.ts';
export { FACES, type Face } from './faces.ts';
export { drawPortrait, type PortraitOptions } from './portrait.ts';
