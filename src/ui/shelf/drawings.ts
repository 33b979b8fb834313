/** The line drawing of a cover and the number of its tint, by the id of the text or the name of its series. Drawn on 100 × 156, in the lower half. */
interface Drawing {
  readonly path: string
  readonly tint: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
}

const draw = (tint: Drawing['tint'], path: string): Drawing => ({ tint, path })

/** A circle as a path. */
const ring = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`

const DRAWINGS: Readonly<Record<string, Drawing>> = {
  manager: draw(
    1,
    `M30 146V104a24 24 0 0148 0v10M78 112l10 6-10 6M30 146c14 0 30-8 34-26M48 146l-8 8M62 140l6 14M16 154h72${ring(62, 102, 2)}`,
  ),
  returnBox: draw(6, 'M22 150V104h56v46zM22 116h56M36 124h28M50 104V88M42 88h16M14 150h72'),
  'starter-i-get-up-at-night': draw(
    5,
    `M18 148h64M26 148v-22h48v22M36 136h28M26 126c0-14 48-14 48 0M74 78a14 14 0 1012 20a11 11 0 01-12-20`,
  ),
  'starter-wrong-number': draw(
    7,
    'M24 112c0-16 52-16 52 0v8H62v-8H38v8H24zM34 124l-8 26h48l-8-26M50 132v10M45 137h10',
  ),
  'starter-to-the-next-person': draw(3, 'M16 108h68v42H16zM16 108l34 26 34-26M70 94l6-8M78 98l9-3'),
  'starter-they-are-looking-for-me': draw(
    4,
    'M14 150h72M24 150v-28l26-20 26 20v28M50 102V90M36 90c4-8 8-8 10-2 4-6 10-6 14 0 2 4 0 8-4 8H40c-4 0-5-3-4-6',
  ),
  'starter-a-week-of-weather': draw(2, 'M16 116a34 34 0 0168 0zM50 116v28c0 8-12 8-12 0M50 82v-6'),
  'starter-please-sit-down': draw(
    6,
    'M22 116h44v16c0 20-44 20-44 0zM66 120c16-2 16 18 0 18M14 154h64M34 106c-4-6 4-8 0-14M48 106c-4-6 4-8 0-14',
  ),
  'starter-saturday-market': draw(1, ring(30, 128, 13) + ring(58, 128, 13) + ring(44, 104, 13)),
  'starter-changing-seats': draw(
    2,
    'M22 150v-20h30v20M22 130V96h10v34M60 150v-20h24v20M84 130V96h-8v34M14 150h78',
  ),
  'starter-an-as-in-good-morning': draw(
    8,
    'M22 146h56M30 146V96h40v50M38 108h24M38 118h24M38 128h14M70 92l12-12 5 5-12 12z',
  ),
  'starter-night-train': draw(
    2,
    'M8 118h84M8 140c14-7 28 7 42 0s28 7 42 0M20 118V98h60v20M30 104h8M46 104h8M62 104h8',
  ),
  'starter-learning-to-swim-at-forty': draw(
    4,
    `M10 132c13-7 27 7 40 0s27 7 40 0M10 146c13-7 27 7 40 0s27 7 40 0M30 122l20-16 14 14${ring(70, 110, 6)}`,
  ),
  'starter-about-your-tomato-plant': draw(
    8,
    `M32 128h36l-6 24H38zM50 128V94M50 104c-14 0-16-10-16-10s14-2 16 10M50 112c12 0 14-8 14-8${ring(38, 116, 6)}${ring(62, 92, 6)}`,
  ),
  'starter-everything-you-lost': draw(
    6,
    'M14 106h72M14 152h72M14 106v46M86 106v46M14 130h72M24 130c0-16 14-16 14 0M50 130v-14h10v14M68 152v-8a8 8 0 0112 0v8M26 152l4-12 10 12',
  ),
  'starter-why-you-cannot-tickle-yourself': draw(
    3,
    'M20 150c0-22 6-34 18-40M30 150c2-16 8-26 18-30M40 150c4-12 10-18 18-20M58 130c16-2 24-20 24-36-16 2-26 18-24 36zM58 130l16-22',
  ),
  'starter-things-that-wait': draw(
    5,
    `M50 86v8M26 150h48M32 150c0-34-4-56 18-56s18 22 18 56M44 150v-16h12v16${ring(50, 82, 4)}`,
  ),
  'starter-noodle-shop': draw(
    3,
    'M14 112h58a29 29 0 01-58 0zM30 102c-4-6 4-8 0-14M46 102c-4-6 4-8 0-14M60 108l24-26',
  ),
  'starter-one-room-six-faults': draw(
    7,
    `M18 152V102h64v50zM30 152v-32h18v32M58 114h14v14H58zM65 114v14M58 121h14${ring(43, 138, 1.5)}`,
  ),
  'starter-forty-times': draw(
    3,
    'M14 118h72a36 30 0 01-72 0zM34 110l30-30M44 110l28-28M26 126c8 8 16 0 24 6s16 0 24-6',
  ),
  'starter-bicycle-returns': draw(
    4,
    `${ring(26, 126, 17)}${ring(72, 126, 17)}M26 126l14-28h20l12 28M40 98l14 28 8-24`,
  ),
  'starter-smell-of-rain': draw(
    2,
    'M30 104c0-12 16-14 18-4 8-10 24-4 20 8 6 2 4 10-2 10H30c-10 0-10-14 0-14M34 126l-4 10M48 126l-4 10M62 126l-4 10M14 150c12-4 24 4 36 0s24 4 36 0',
  ),
  'starter-a-letter-that-never-arrived': draw(
    6,
    'M12 150c16-18 30-18 44-4 10-10 20-10 32 4M24 128V92h30l8 8v28M32 104h16M32 112h22M32 120h12',
  ),
  'starter-writing-in-the-sky': draw(
    2,
    'M50 92l-6 6M50 92l6 6M38 108l-6 6M38 108l6 6M62 108l-6 6M62 108l6 6M26 124l-6 6M26 124l6 6M74 124l-6 6M74 124l6 6M10 152c20-6 60-6 80 0',
  ),
  'starter-diary-of-a-museum-guard': draw(
    7,
    `M24 84h52v40H24zM30 90h40v28H30zM50 118c-12 0-10-18-4-22M54 96c8 4 8 22-4 22M20 152h60M40 152v-12h20v12${ring(50, 98, 5)}`,
  ),
  'starter-a-human-please': draw(
    4,
    'M16 92h50v28H36l-10 10v-10H16zM34 136h50v-24M26 102h30M26 110h20M84 136v12l-10-12',
  ),
  'starter-moon-lights-a-lamp': draw(5, `${ring(34, 104, 17)}M8 136c14-9 28 7 42 0s28 7 42 0`),
  'starter-how-the-abacus-met-the-ledger': draw(
    6,
    `M16 94h68v54H16zM16 110h68M30 94v54M43 94v54M57 94v54M70 94v54${[30, 43, 57, 70].map((x, at) => ring(x, 120 + 6 * (at % 3), 4) + ring(x, 138, 4)).join('')}`,
  ),
  'starter-the-track-of-a-word': draw(
    4,
    'M50 118c-6 0-8-8 0-9 12-1 14 18-2 19-20 1-22-28 2-30 30-2 34 42-2 44M16 152h10M34 152h16M58 152h28',
  ),
  'starter-the-extra-second': draw(
    7,
    `${ring(46, 120, 30)}M46 120V100M46 120l12 10M46 90v-6M80 92l6-6`,
  ),
  'starter-two-characters': draw(6, 'M44 146l5-50h10l5 50M46 96v-9h16v9M62 88l26-10M62 92l28 4'),
  'starter-concerning-the-persimmon-tree': draw(
    3,
    `M50 152v-40M50 128l-16-14M50 122l18-16M36 152h28${ring(32, 108, 7)}${ring(70, 100, 7)}${ring(50, 104, 7)}${ring(48, 84, 7)}`,
  ),
  'starter-jeddah-talks': draw(
    7,
    'M10 118h80M22 118v26M78 118v26M24 108a8 8 0 0116 0M60 108a8 8 0 0116 0',
  ),
  'starter-high-seas-treaty': draw(
    2,
    'M14 126c12-7 24 7 36 0s24 7 36 0M14 140c12-7 24 7 36 0s24 7 36 0M34 116l4-12h26l-6 12M50 104V82l16 22',
  ),
  'starter-how-to-translate-a-silence': draw(
    8,
    `M16 90h44v30H40l-10 10v-10H16zM66 104h20v28h-8v8l-8-8H54v-6${ring(30, 105, 1.5)}${ring(38, 105, 1.5)}${ring(46, 105, 1.5)}`,
  ),
  'starter-where-the-sentence-stops': draw(
    1,
    `M16 108c14-8 24-8 34 0 10-8 20-8 34 0v38c-14-8-24-8-34 0-10-8-20-8-34 0zM50 108v38${ring(66, 126, 6)}`,
  ),
  'starter-minutes-of-the-bench': draw(
    1,
    'M14 122h72M14 132h72M18 110h64M24 110v40M76 110v22M70 150l6-18M14 150h18',
  ),
  'starter-the-town-on-paper': draw(
    8,
    `M16 96l22-8 24 8 22-8v52l-22 8-24-8-22 8zM38 88v52M62 96v52M24 116l10 6 14-12 20 14${ring(70, 124, 4)}`,
  ),
}

/** A page, for a text nobody has drawn. */
const PLAIN = draw(7, 'M26 92h48v58H26zM36 106h28M36 118h28M36 130h18')

/** What is on the cover of a text. */
export function drawingOf({ id, series }: { id: string; series?: string }): Drawing {
  return DRAWINGS[series ?? id] ?? PLAIN
}
