import { readNarrative } from '../../../shared/narrative/readNarrative.ts'
import type { NarrativeContext, NarrativeFigure, NarrativeIndicator, NarrativeReading } from '../../../shared/narrative/words/claims.ts'
import { scaledFromDecimal } from '../../../shared/quantity/scaled.ts'

/** An indicator with a target (新建公厕50座), as a register would have it. */
export const indicator = (
  id: string,
  name: string,
  value: string,
  measure: string,
  kind: NarrativeIndicator['kind'] = 'count',
): NarrativeIndicator => ({
  id,
  name,
  kind,
  target: { value: scaledFromDecimal(value) ?? never(), measure, op: '>=', raw: `${name}${value}${measure}` },
})
const never = (): never => {
  throw new Error('the case has no figure')
}

export const toilets = indicator('a', '新建公厕', '50', '座')
export const roads = indicator('b', '新建农村公路', '300', '公里')
export const screened = indicator('c', '宫颈癌筛查', '44000', '人')
export const rate = indicator('d', '全程网办率', '90', '%', 'percent')

/** Reads a text as one of a task that consists of these indicators. */
export const read = (
  text: string,
  indicators: readonly NarrativeIndicator[],
  row: Pick<NarrativeContext, 'about' | 'beside'> = {},
): NarrativeReading =>
  readNarrative(text, { year: 2022, task: { text: indicators.map(({ name }) => name).join('，'), indicators }, ...row })

/** "12座 a" for progress, "12座 planned" for a figure that counts for nothing, in the text's order. */
export const figuresOf = (
  text: string,
  indicators: readonly NarrativeIndicator[],
  row: Pick<NarrativeContext, 'about' | 'beside'> = {},
): string[] =>
  read(text, indicators, row)
    .figures.filter(({ value }) => value !== null)
    .map((figure) => `${figure.raw} ${countsFor(figure)}`)

const countsFor = ({ role, indicator, reason }: NarrativeFigure): string => (role === 'progress' ? `${indicator}` : reason)
