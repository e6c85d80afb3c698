import { hairBehind, hairInFront } from './portrait-hair.ts';
import { faceInPlace } from './portrait-face.ts';
import type { FaceCut } from './faces.ts';
import type { Person } from './portrait-person.ts';

/** The person as SVG elements in a frame of 480 × 640, without a background; with a real face instead of a drawn one. */
export function personSvg(person: Person, face?: FaceCut): string {
  return [
    gradients(person),
    hairBehind(person),
    body(person),
    head(person),
    face ? faceInPlace(face, person) : features(person),
    hairInFront(person),
  ].join('');
}

function gradients({ skin, hairColour, cloth }: Person): string {
  const stops = (...colours: [string, string][]) =>
    colours.map(([at, colour]) => `<stop offset="${at}" stop-color="${colour}"/>`).join('');
  return `<defs>
    <radialGradient id="skin" cx=".46" cy=".4" r=".68">${stops(['0', skin.light], ['.6', skin.base], ['1', skin.shade])}</radialGradient>
    <linearGradient id="neck" x2="0" y2="1">${stops(['0', skin.shade], ['.55', skin.base], ['1', skin.base])}</linearGradient>
    <linearGradient id="hair" x2="0" y2="1">${stops(['0', hairColour.light], ['.4', hairColour.base], ['1', hairColour.base])}</linearGradient>
    <linearGradient id="cloth" x2="0" y2="1">${stops(['0', cloth.base], ['1', cloth.shade])}</linearGradient>
    <radialGradient id="blush">${stops(['0', '#e0785f'])}<stop offset="1" stop-color="#e0785f" stop-opacity="0"/></radialGradient>
    <radialGradient id="iris">${stops(['0', '#5d3d27'], ['.7', '#3b2416'], ['1', '#1e120b'])}</radialGradient>
    <filter id="soft"><feGaussianBlur stdDeviation="6"/></filter>
    <filter id="fine"><feGaussianBlur stdDeviation="1.6"/></filter>
  </defs>`;
}

function body({ skin, cloth, collar }: Person): string {
  const neck = `<path d="M192 360 C196 420 196 446 190 462 C206 512 274 512 290 462 C284 446 284 420 288 360 Z" fill="url(#neck)"/>
    <ellipse cx="240" cy="416" rx="38" ry="24" fill="${skin.line}" opacity=".38" filter="url(#soft)"/>`;
  const shoulders = `<path d="M22 680 C28 560 66 516 144 488 C172 478 186 468 192 452 C208 490 272 490 288 452 C294 468 308 478 336 488 C414 516 452 560 458 680 Z" fill="url(#cloth)"/>
    <path d="M118 680 C116 610 112 580 100 552 M362 680 C364 610 368 580 380 552" stroke="${cloth.shade}" stroke-width="3" fill="none" opacity=".7"/>`;
  const shirt = `<path d="M192 450 L240 528 L288 450 L304 470 L264 556 L240 530 L216 556 L176 470 Z" fill="${cloth.inner}"/>
    <path d="M192 452 L240 528 L288 452 M176 470 L216 556 L240 530 L264 556 L304 470" fill="none" stroke="#00000030" stroke-width="2"/>`;
  const open = `<path d="M192 450 C206 500 226 580 240 680 C254 580 274 500 288 450 C270 490 210 490 192 450 Z" fill="${cloth.inner}"/>
    <path d="M188 456 L162 524 L194 544 L234 680 M292 456 L318 524 L286 544 L246 680" fill="none" stroke="${cloth.shade}" stroke-width="4"/>`;
  const round = `<path d="M188 456 C204 502 276 502 292 456" fill="none" stroke="${cloth.shade}" stroke-width="9"/>`;
  return `<g transform="translate(0 -30)">${neck}${shoulders}${{ shirt, jacket: open, round }[collar]}</g>`;
}

/** The outline of the face, from the temples to the chin. */
export function faceOutline({ faceWidth, jaw }: Person): string {
  const half = faceWidth / 2;
  const [left, right] = [240 - half, 240 + half];
  const chin = half * (1 - jaw) + 34;
  return `M${left} 232 C${left - 2} 170 ${left + 30} 116 240 114 C${right - 30} 116 ${right + 2} 170 ${right} 232
    C${right} 290 ${right - 10} 332 ${240 + chin} 372 C${240 + chin * 0.55} 392 ${240 - chin * 0.55} 392 ${240 - chin} 372
    C${left + 10} 332 ${left} 290 ${left} 232 Z`;
}

function head(person: Person): string {
  const { faceWidth, skin } = person;
  const half = faceWidth / 2;
  const ear = (side: 1 | -1) => {
    const x = 240 + side * (half + 3);
    return `<ellipse cx="${x}" cy="266" rx="13" ry="27" fill="${skin.base}" transform="rotate(${side * 8} ${x} 266)"/>
      <path d="M${x + side * 5} 250 q${side * -9} 4 ${side * -7} 18 q${side * 2} 8 ${side * 1} 14" fill="none" stroke="${skin.shade}" stroke-width="3"/>`;
  };
  return `${ear(-1)}${ear(1)}<path d="${faceOutline(person)}" fill="url(#skin)"/>
    <ellipse cx="${240 - half * 0.56}" cy="314" rx="32" ry="22" fill="url(#blush)" opacity=".28"/>
    <ellipse cx="${240 + half * 0.56}" cy="314" rx="32" ry="22" fill="url(#blush)" opacity=".28"/>
    <path d="M212 386 C226 394 254 394 268 386" stroke="${skin.shade}" stroke-width="3" fill="none" opacity=".6"/>`;
}

function features(person: Person): string {
  const { skin, hairColour, sex, eyeY, eyeGap, brow, mouth, glasses } = person;
  const eye = (side: 1 | -1) => {
    const x = 240 + side * eyeGap;
    const flip = `translate(${x} ${eyeY}) scale(${side} 1)`;
    const lash = sex === 'female' ? 4 : 2.8;
    const shape = 'M-23 3 C-14 -11 10 -13 24 -2 C14 9 -10 12 -23 3 Z';
    return `<g transform="${flip}">
      <path d="M-26 -12 C-10 -21 14 -21 28 -9" fill="none" stroke="${skin.shade}" stroke-width="2.4"/>
      <path d="${shape}" fill="#fbf8f5"/><clipPath id="eye${side}"><path d="${shape}"/></clipPath>
      <g clip-path="url(#eye${side})"><circle cx="1" cy="-1" r="11.5" fill="url(#iris)"/><circle cx="1" cy="-1" r="5.2" fill="#0c0706"/>
        <path d="M-24 -6 C-12 -16 12 -16 26 -4 L26 -1 C12 -10 -12 -10 -24 2 Z" fill="#000" opacity=".22"/></g>
      <circle cx="${1 + side * 3.6}" cy="-5" r="2.7" fill="#fff"/>
      <path d="M-24 4 C-14 -11 10 -13 26 -2" fill="none" stroke="#17100e" stroke-width="${lash}" stroke-linecap="round"/>
      <path d="M-18 7 C-8 12 10 11 20 3" fill="none" stroke="${skin.line}" stroke-width="1.4" opacity=".7"/>
      <path d="M-30 ${-30 - brow} C-12 ${-43 - brow} 16 ${-41 - brow} 34 ${-28 + brow} C16 ${-35 + brow} -10 ${-35 - brow} -30 ${-30 - brow} Z"
        fill="${hairColour.base}" stroke="${hairColour.base}" stroke-width="${sex === 'male' ? 4 : 1.6}" stroke-linejoin="round" opacity=".88"/></g>`;
  };
  const nose = `<path d="M231 ${eyeY + 2} C228 ${eyeY + 34} 222 ${eyeY + 50} 219 ${eyeY + 60}" fill="none" stroke="${skin.shade}" stroke-width="5" opacity=".45" filter="url(#fine)"/>
    <path d="M218 ${eyeY + 62} C222 ${eyeY + 71} 231 ${eyeY + 66} 240 ${eyeY + 71} C249 ${eyeY + 66} 258 ${eyeY + 71} 262 ${eyeY + 62}" fill="none" stroke="${skin.line}" stroke-width="2.6" stroke-linecap="round" opacity=".8"/>
    <ellipse cx="238" cy="${eyeY + 52}" rx="8" ry="10" fill="#fff" opacity=".22" filter="url(#fine)"/>`;
  const lip = sex === 'female' ? '#c0605c' : '#b9766a';
  const [l, r, y] = [240 - mouth, 240 + mouth, 343];
  const lips = `<path d="M${l} ${y} C${240 - 16} ${y - 11} ${240 - 6} ${y - 9} 240 ${y - 6} C246 ${y - 9} 256 ${y - 11} ${r} ${y} C258 ${y + 16} 222 ${y + 16} ${l} ${y} Z" fill="${lip}"/>
    <path d="M${l} ${y} C226 ${y + 4} 254 ${y + 4} ${r} ${y}" fill="none" stroke="#6d3430" stroke-width="2.2" stroke-linecap="round"/>
    <path d="M228 ${y + 8} h24" stroke="#fff" stroke-width="3" stroke-linecap="round" opacity=".22" filter="url(#fine)"/>`;
  const rim = (side: 1 | -1) =>
    `<rect x="${240 + side * eyeGap - 35}" y="${eyeY - 23}" width="70" height="50" rx="19" fill="#ffffff14" stroke="#2b2a2e" stroke-width="4"/>
     <path d="M${240 + side * (eyeGap + 35)} ${eyeY - 6} L${240 + side * 104} ${eyeY - 10}" stroke="#2b2a2e" stroke-width="4"/>`;
  const frame = `${rim(-1)}${rim(1)}<path d="M${240 - eyeGap + 35} ${eyeY - 3} Q240 ${eyeY - 12} ${240 + eyeGap - 35} ${eyeY - 3}" fill="none" stroke="#2b2a2e" stroke-width="4"/>`;
  return eye(-1) + eye(1) + nose + lips + (glasses ? frame : '');
}
