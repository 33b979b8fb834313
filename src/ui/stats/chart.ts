import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js'
import type { ChartDataset } from 'chart.js'
import type { Picture, Series } from './picture.ts'

/** The parts of Chart.js that the pictures need, and nothing else. */
Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
)

/** What a picture takes over from the page around it. */
interface Look {
  readonly ink: string
  readonly muted: string
  readonly line: string
  readonly surface: string
  readonly font: string
  /** Pixels; grows with the page's text. */
  readonly textSize: number
  readonly tone: (number: number) => string
  readonly still: boolean
}

function lookOf(canvas: HTMLElement): Look {
  const style = getComputedStyle(canvas)
  const variable = (name: string) => style.getPropertyValue(name).trim()
  const rootSize = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return {
    ink: variable('--ink'),
    muted: variable('--muted'),
    line: variable('--hair'),
    surface: variable('--surface'),
    font: style.fontFamily,
    textSize: 0.8125 * rootSize,
    tone: (number) => variable(`--series-${number}`),
    still: window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  }
}

/** Draws a picture in the colours and the text size of the page; `destroy` it before it is drawn again. */
export function drawPicture(canvas: HTMLCanvasElement, picture: Picture): Chart {
  const look = lookOf(canvas)
  const { kind, stacked = false } = picture
  const shown = picture.series.filter(({ unseen }) => unseen !== true)
  const font = { family: look.font, size: look.textSize }
  const title = (text: string) => ({ display: true, text, color: look.muted, font })
  return new Chart<'bar' | 'line', (number | null)[], string>(canvas, {
    type: kind === 'bars' ? 'bar' : 'line',
    data: {
      labels: [...picture.labels],
      datasets: shown.map((series) => datasetOf(series, picture, look)),
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: look.still ? false : { duration: 250 },
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: {
          stacked,
          title: title(picture.across),
          grid: { display: false },
          border: { color: look.line },
          ticks: { color: look.muted, font, maxRotation: 0, autoSkipPadding: look.textSize },
        },
        y: {
          stacked,
          title: title(picture.up),
          beginAtZero: picture.least === undefined,
          ...(picture.least !== undefined && { min: picture.least }),
          ...(picture.most !== undefined && { max: picture.most }),
          grid: { color: look.line },
          border: { display: false },
          ticks: {
            color: look.muted,
            font,
            maxTicksLimit: 6,
            // Small counts would be said twice where the ticks lie between them.
            callback: (value, at, ticks) => {
              const said = picture.say(Number(value))
              const before = ticks[at - 1]
              return before !== undefined && picture.say(before.value) === said ? null : said
            },
          },
        },
      },
      plugins: {
        // Beside the chart, as text that wraps and grows: `PictureFigure.vue`.
        legend: { display: false },
        tooltip: {
          titleFont: font,
          bodyFont: font,
          callbacks: {
            label: ({ dataset, parsed }) => `${dataset.label}: ${picture.say(Number(parsed.y))}`,
          },
        },
      },
    },
  })
}

type Dataset = ChartDataset<'bar' | 'line', (number | null)[]>

function datasetOf(series: Series, { kind, stacked = false }: Picture, look: Look): Dataset {
  const colour = look.tone(series.tone)
  const shared = { label: series.label, data: [...series.values] }
  if (kind === 'bars')
    return { ...shared, type: 'bar', backgroundColor: colour, borderRadius: 2, maxBarThickness: 48 }
  const dots = series.look === 'dots'
  return {
    ...shared,
    type: 'line',
    borderColor: colour,
    backgroundColor: stacked ? `${colour}55` : colour,
    fill: stacked,
    borderWidth: 2,
    showLine: !dots,
    pointRadius: dots ? 5 : 0,
    pointHitRadius: 12,
    ...(series.look === 'dashed' && { borderDash: [6, 5] }),
  }
}
