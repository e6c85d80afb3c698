export { animated, hugePng, mislabelled, polyglot, truncated } from './bad.ts';
export { compressed, disguised, hugePicture, laughing, revised, scripted, swollen } from './bad-papers.ts';
export { CARD, drawIdCard, type CardOptions, type CardSide } from './card.ts';
export { DESK_CORNERS, onDesk } from './desk.ts';
export { FACES, type Face } from './faces.ts';
export { drawPaper, type PaperOptions, pdfOf, pdfStream } from './paper.ts';
export { drawPortrait, type PortraitOptions } from './portrait.ts';
