import type { Chart } from '../chart.ts'
import { anchorXml, chartXml, EMPTY_DRAWING } from './chartXml.ts'
import { OFFICE, type PackageDraft, STRICT } from './packageDraft.ts'
import { PartDraft } from './partDraft.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument'

/** Puts charts that were made since the file was opened into its drawing of a sheet, or into a new one. */
export function writeCharts(files: PackageDraft, draft: PartDraft, charts: readonly Chart[], sheet: string): void {
  if (charts.length === 0) return
  const drawing = drawingOf(files, draft, sheet)
  for (const chart of charts) {
    const path = files.freePath('xl/charts/chart')
    files.add(path, `${TYPE}.drawingml.chart+xml`, chartXml(chart))
    const relationship = files.relate(drawing, 'chart', path)
    files.change(drawing, (text) => {
      const part = new PartDraft(text, [])
      part.append(anchorXml(chart, relationship, freeNumber(text)))
      return part.text
    })
  }
}

function drawingOf(files: PackageDraft, draft: PartDraft, sheet: string): string {
  const there = files.relationsOf(sheet).find(({ type }) => type === 'drawing')
  if (there && draft.element('drawing') !== undefined) return there.target
  const path = files.freePath('xl/drawings/drawing')
  files.add(path, `${TYPE}.drawing+xml`, EMPTY_DRAWING)
  const prefix = draft.prefixOf([OFFICE, STRICT], 'r')
  draft.set('drawing', `<drawing ${prefix}id="${files.relate(sheet, 'drawing', path)}"/>`)
  return path
}

/** A number that nothing in a drawing has. */
function freeNumber(drawing: string): number {
  const taken = [...drawing.matchAll(/<(?:\w+:)?cNvPr\b[^>]*\bid="(\d+)"/g)].map(([, number]) => Number(number))
  return Math.max(1, ...taken) + 1
}
