import type { Book } from '../book/book.ts'
import { placeOf, referred } from '../book/change/charts.ts'
import type { Chart } from '../book/chart.ts'
import { PIXELS_PER_POINT } from '../book/sheetSize.ts'
import { element } from './element.ts'

const COLORS = ['#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47']
/** Around the plot, in pixels: title above, categories below, figures to the left. */
const [ABOVE, BELOW, BESIDE] = [34, 44, 44]
const LINES = 5

/** The charts of the shown sheet as nodes; a press selects one. */
export function drawCharts(book: Book): HTMLElement[] {
  return book.active.content.charts.map((chart) => {
    const { left, top } = placeOf(book.active, chart)
    const [width, height] = [chart.width * PIXELS_PER_POINT, chart.height * PIXELS_PER_POINT]
    const node = element('div', { className: `chart${book.selectedChart === chart.id ? ' selected' : ''}` })
    node.dataset.chart = chart.name
    node.setAttribute('role', 'img')
    node.setAttribute('aria-label', chart.hasTitle ? chart.title : chart.name)
    Object.assign(node.style, {
      left: `${left * PIXELS_PER_POINT}px`,
      top: `${top * PIXELS_PER_POINT}px`,
      width: `${width}px`,
      height: `${height}px`,
    })
    node.addEventListener('mousedown', (event) => {
      event.stopPropagation()
      event.preventDefault()
      book.selectChart(chart.id)
    })
    node.append(plot(book, chart, width, height))
    return node
  })
}

interface Figures {
  readonly names: readonly string[]
  readonly categories: readonly string[]
  readonly lines: readonly (readonly number[])[]
}

function figuresOf(book: Book, { series }: Chart): Figures {
  const numbers = (reference: string) => referred(book, reference).map(({ value }) => (typeof value === 'number' ? value : 0))
  return {
    names: series.map(({ name }, i) => referred(book, name)[0]?.text ?? `系列${i + 1}`),
    categories: referred(book, series[0]?.categories).map(({ text }) => text),
    lines: series.map(({ values }) => numbers(values)),
  }
}

function plot(book: Book, chart: Chart, width: number, height: number): SVGElement {
  const { names, categories, lines } = figuresOf(book, chart)
  const svg = shape('svg', { viewBox: `0 0 ${width} ${height}`, width, height })
  const [across, along] = [Math.max(1, width - BESIDE - 12), Math.max(1, height - ABOVE - BELOW)]
  const [least, most] = [Math.min(0, ...lines.flat()), Math.max(1, ...lines.flat())]
  const count = Math.max(1, ...lines.map((line) => line.length))
  const isBar = chart.type.startsWith('Bar')
  const share = (value: number) => (value - least) / (most - least)
  if (chart.hasTitle) svg.append(label(chart.title, width / 2, 22, 'middle', 14))
  for (let i = 0; i <= LINES; i++) {
    const text = String(Number((least + ((most - least) * i) / LINES).toPrecision(3)))
    const [x, y] = [BESIDE + (across * i) / LINES, ABOVE + along - (along * i) / LINES]
    svg.append(isBar ? rule(x, ABOVE, x, ABOVE + along) : rule(BESIDE, y, BESIDE + across, y))
    svg.append(isBar ? label(text, x, ABOVE + along + 14, 'middle') : label(text, BESIDE - 5, y + 4, 'end'))
  }
  const step = (isBar ? along : across) / count
  for (let i = 0; i < count; i++) {
    const middle = step * (i + 0.5)
    const text = categories[i] ?? String(i + 1)
    svg.append(isBar ? label(text, BESIDE - 5, ABOVE + middle + 4, 'end') : label(text, BESIDE + middle, ABOVE + along + 14, 'middle'))
  }
  const thick = (step * 0.7) / Math.max(1, lines.length)
  for (const [s, line] of lines.entries()) {
    const fill = COLORS[s % COLORS.length] ?? '#4472C4'
    if (chart.type.startsWith('Line')) {
      const points = line.map((value, i) => `${BESIDE + step * (i + 0.5)},${ABOVE + along * (1 - share(value))}`).join(' ')
      svg.append(shape('polyline', { points, fill: 'none', stroke: fill, 'stroke-width': 2.5 }))
    } else {
      for (const [i, value] of line.entries()) {
        const start = step * (i + 0.15) + thick * s
        const [low, high] = [share(Math.min(0, value)), share(Math.max(0, value))]
        const box = isBar
          ? { x: BESIDE + across * low, y: ABOVE + start, width: across * (high - low), height: thick }
          : { x: BESIDE + start, y: ABOVE + along * (1 - high), width: thick, height: along * (high - low) }
        svg.append(shape('rect', { ...box, fill }))
      }
    }
    const x = width / 2 + (s - (names.length - 1) / 2) * 90 - 20
    svg.append(shape('rect', { x, y: height - 17, width: 9, height: 9, fill }), label(names[s] ?? '', x + 14, height - 8, 'start'))
  }
  return svg
}

const rule = (x1: number, y1: number, x2: number, y2: number) => shape('line', { x1, y1, x2, y2, stroke: '#e1e1e1' })

function label(text: string, x: number, y: number, anchor: 'start' | 'middle' | 'end', size = 11): SVGElement {
  const node = shape('text', { x, y, 'text-anchor': anchor, 'font-size': size, fill: '#595959' })
  node.textContent = text.length > 12 && size < 14 ? `${text.slice(0, 11)}…` : text
  return node
}

function shape(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value))
  if (!(node instanceof SVGElement)) throw new Error(`${tag} is no shape`)
  return node
}
