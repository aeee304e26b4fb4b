import type { Chart, ChartSeries } from '../chart.ts'
import { attributesText, escaped } from '../file/xml.ts'
import { HEAD, OFFICE } from './packageDraft.ts'

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'
/** Lengths in a drawing are counted in 12,700ths of a point. */
const PER_POINT = 12_700

/** A drawing with nothing in it. */
export const EMPTY_DRAWING = `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}" xmlns:a="${MAIN}"></xdr:wsDr>`

/** The place of a chart in a drawing; `relationship` leads to its part, `number` is its own in the drawing. */
export function anchorXml({ name, from, width, height }: Chart, relationship: string, number: number): string {
  const length = (points: number): number => Math.max(0, Math.round(points * PER_POINT))
  const corner = { col: from.column - 1, colOff: length(from.x), row: from.row - 1, rowOff: length(from.y) }
  const place = Object.entries(corner).map(([key, value]) => `<xdr:${key}>${value}</xdr:${key}>`)
  return [
    `<xdr:oneCellAnchor xmlns:xdr="${DRAWING}" xmlns:a="${MAIN}"><xdr:from>${place.join('')}</xdr:from>`,
    `<xdr:ext cx="${length(width)}" cy="${length(height)}"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>`,
    `<xdr:cNvPr${attributesText({ id: number, name })}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${OFFICE}" r:id="${relationship}"/></a:graphicData></a:graphic>`,
    '</xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>',
  ].join('')
}

/** The part of a chart of columns, bars or lines. */
export function chartXml({ type, title, hasTitle, series }: Chart): string {
  const isLine = type.startsWith('Line')
  const grouping = /Stacked100/.test(type) ? 'percentStacked' : /Stacked/.test(type) ? 'stacked' : isLine ? 'standard' : 'clustered'
  const overlap = isLine || grouping === 'clustered' ? '' : '<c:overlap val="100"/>'
  const look = isLine ? (/Markers/.test(type) ? 'marked' : 'line') : 'bar'
  const lines = series.map((one, i) => seriesXml(one, i, look))
  const inner = `<c:grouping val="${grouping}"/><c:varyColors val="0"/>${lines.join('')}`
  const axes = '<c:axId val="1"/><c:axId val="2"/>'
  const plot = isLine
    ? `<c:lineChart>${inner}<c:marker val="1"/>${axes}</c:lineChart>`
    : `<c:barChart><c:barDir val="${type.startsWith('Bar') ? 'bar' : 'col'}"/>${inner}<c:gapWidth val="150"/>${overlap}${axes}</c:barChart>`
  const heading = hasTitle
    ? `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>${escaped(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
    : ''
  const legend = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'
  return [
    `${HEAD}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${MAIN}" xmlns:r="${OFFICE}"><c:roundedCorners val="0"/><c:chart>${heading}`,
    `<c:autoTitleDeleted val="${hasTitle ? 0 : 1}"/><c:plotArea><c:layout/>${plot}${axesXml(type.startsWith('Bar'))}</c:plotArea>`,
    `${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`,
  ].join('')
}

/** The colours of series one after the other, as Office has them; said, since a file without a theme has none. */
const COLORS = ['4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47']

function seriesXml({ name, values, categories }: ChartSeries, place: number, look: 'bar' | 'line' | 'marked'): string {
  const paint = `<a:solidFill><a:srgbClr val="${COLORS[place % COLORS.length]}"/></a:solidFill>`
  const reference = (formula: string, kind: 'str' | 'num') => `<c:${kind}Ref><c:f>${escaped(formula)}</c:f></c:${kind}Ref>`
  const parts = [
    `<c:idx val="${place}"/><c:order val="${place}"/>`,
    name === undefined ? '' : `<c:tx>${reference(name, 'str')}</c:tx>`,
    `<c:spPr>${look === 'bar' ? paint : `<a:ln w="28575">${paint}</a:ln>`}</c:spPr>`,
    look === 'line' ? '<c:marker><c:symbol val="none"/></c:marker>' : '',
    look === 'bar' ? '<c:invertIfNegative val="0"/>' : '',
    categories === undefined ? '' : `<c:cat>${reference(categories, 'str')}</c:cat>`,
    `<c:val>${reference(values, 'num')}</c:val>`,
    look === 'bar' ? '' : '<c:smooth val="0"/>',
  ]
  return `<c:ser>${parts.join('')}</c:ser>`
}

function axesXml(isLying: boolean): string {
  const axis = (name: string, id: number, crosses: number, place: string) =>
    `<c:${name}><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${place}"/>${name === 'valAx' ? '<c:majorGridlines/>' : ''}<c:numFmt formatCode="General" sourceLinked="1"/><c:crossAx val="${crosses}"/></c:${name}>`
  return axis('catAx', 1, 2, isLying ? 'l' : 'b') + axis('valAx', 2, 1, isLying ? 'b' : 'l')
}
