import type { Hair, Person } from './portrait-person.ts';

type Shape = { behind: string; front: string; parting: number };

// Outlines in the frame of 480 × 640; the crown is at about 74, the hairline at about 140 to 160.
// Closes the temples, where the hair stands off the face.
const SKULL = `M130 250 C116 150 156 84 240 82 C324 84 364 150 350 250
  C346 262 340 268 336 270 L144 270 C140 268 134 262 130 250 Z`;

const shapes: Record<Hair, Shape> = {
  short: {
    behind: SKULL,
    front: `M126 262 C112 150 150 76 244 74 C338 76 368 150 354 262 C348 238 346 214 336 190 C318 176 300 160 292 148
      C264 170 206 172 168 160 C150 184 138 214 136 236 C132 244 130 252 126 262 Z`,
    parting: 300,
  },
  parted: {
    behind: SKULL,
    front: `M124 266 C108 146 152 72 246 72 C340 76 372 148 356 266 C350 236 346 208 330 184 C300 178 226 172 196 134
      C186 166 156 182 142 206 C136 222 132 246 124 266 Z`,
    parting: 196,
  },
  crop: {
    behind: SKULL,
    front: `M128 250 C116 150 156 80 240 78 C324 80 364 150 352 250 C346 224 342 204 332 184 C318 158 290 146 240 146
      C190 146 162 158 148 184 C138 204 134 224 128 250 Z`,
    parting: 240,
  },
  bob: {
    behind: `M118 240 C108 130 158 70 240 70 C322 70 372 130 362 240 C368 310 372 360 358 414 C330 424 300 424 286 410 L194 410
      C180 424 150 424 122 414 C108 360 112 310 118 240 Z`,
    front: `M130 330 C110 240 114 120 240 74 C366 120 370 240 350 330 C346 268 340 222 322 188 C284 186 240 176 214 146
      C198 182 168 192 154 206 C140 240 134 290 130 330 Z`,
    parting: 214,
  },
  tied: {
    behind: `M204 78 C196 40 284 40 276 78 C272 104 208 104 204 78 Z ${SKULL}`,
    front: `M126 258 C112 146 154 72 240 72 C326 72 368 146 354 258 C346 216 334 178 300 154 C276 140 256 138 240 140
      C224 138 204 140 180 154 C146 178 134 216 126 258 Z`,
    parting: 240,
  },
  long: {
    behind: `M116 240 C104 128 156 66 240 66 C324 66 376 128 364 240 C372 330 384 420 372 500 C340 520 318 506 304 470 L176 470
      C162 506 140 520 108 500 C96 420 108 330 116 240 Z`,
    front: `M122 360 C104 250 112 116 240 72 C368 116 376 250 358 360 C352 280 344 220 306 182 C274 168 252 152 244 136
      C232 156 206 170 174 184 C136 222 128 280 122 360 Z`,
    parting: 244,
  },
};

export const hairBehind = ({ hair }: Person) => `<path d="${shapes[hair].behind}" fill="url(#hair)"/>`;

/** The hair over the forehead, with single strands: fine detail that a blurred picture loses. */
export function hairInFront({ hair, hairColour, random }: Person): string {
  const { front, parting } = shapes[hair];
  const strands = Array.from({ length: 90 }, () => {
    const end = 118 + random() * 244;
    const low = 170 + Math.abs(end - 240) * 0.75;
    const bend = parting + (end - parting) * (0.6 + random() * 0.5);
    return `M${(parting + (random() - 0.5) * 40).toFixed(1)} ${(74 + random() * 12).toFixed(1)} Q${bend.toFixed(1)} ${(90 + random() * 30).toFixed(1)} ${end.toFixed(1)} ${low.toFixed(1)}`;
  });
  return `<clipPath id="front"><path d="${front}"/></clipPath><path d="${front}" fill="url(#hair)"/>
    <g clip-path="url(#front)" fill="none" stroke="${hairColour.light}" stroke-width="1.3" opacity=".6"><path d="${strands.join(' ')}"/></g>`;
}
