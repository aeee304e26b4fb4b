import { stageCounts } from '../../consolidation/stageCounts.ts'
import type { FoundQuantity } from '../../quantity/findQuantities.ts'
import { judgePercent, percentOf, rightPercent } from '../../quantity/percent.ts'
import { decimalFromScaled, type Scaled } from '../../quantity/scaled.ts'
import { stageOf } from '../../quantity/stageWords.ts'
import type { Register } from '../../register/register.ts'
import { indicatorOf, type ProgressPart, progressParts, segmentAt } from './figuresOf.ts'
import { type Remark, type ReportCheck, remark } from './remark.ts'

/** A percentage of a target, and the figure it was made from. */
const OF_TARGET = /占[^。；\d]{0,10}(?:目标|任务|计划)[^。；\d]{0,6}$/

/**
 * Percentages of the target against figure and target; two rounding rules in one report; figures at a stage that the
 * target does not count; figures without a percentage where others have one.
 */
export const checkPercents: ReportCheck = (report, { register }) => {
  const remarks: Remark[] = []
  const roundings = new Map<'cut' | 'halfUp', { line: number; task: string; quote: string }>()
  const silent: string[] = []
  let stated = 0
  for (const part of progressParts(report, register)) {
    const said = new Set<string>()
    for (const [index, share] of part.figures.entries()) {
      if (share.quantity.measure !== '%' || !isShare(part, index)) continue
      const figure = figureOf(register, part, index)
      const indicator = figure && indicatorOf(register, part, figure)
      if (!figure || !indicator?.target) continue
      said.add(indicator.id)
      stated++
      const quote = quoteOf(part.text, figure, share)
      const { value, decimals } = share.quantity
      const verdict = judgePercent(value, decimals, figure.quantity.value, indicator.target.value)
      const right = rightPercent(figure.quantity.value, indicator.target.value, decimals)
      if (verdict === 'wrong' || verdict === 'oneOff') {
        remarks.push(
          remark(verdict === 'wrong' ? 'PCT_MISMATCH' : 'PCT_ROUNDING', part.line, part.task.id, quote, {
            stated: decimalFromScaled(value),
            right: right === undefined ? '' : decimalFromScaled(right),
            exact: decimalOf(percentOf(figure.quantity.value, indicator.target.value)),
          }),
        )
      }
      const rule = roundingOf(value, decimals, figure.quantity.value, indicator.target.value)
      if (rule && !roundings.has(rule)) roundings.set(rule, { line: part.line, task: part.task.id, quote })
      if (!stageCounts(figure.quantity.stage, indicator.countsStage) && stageOf(indicator.target.raw) !== figure.quantity.stage) {
        const params = { stage: figure.quantity.stage ?? '', counts: indicator.countsStage, target: indicator.target.raw }
        remarks.push(remark('STAGE_MISMATCH', part.line, part.task.id, `${figure.quantity.before}${quote}`, params))
      }
    }
    for (const figure of part.figures) {
      const indicator = indicatorOf(register, part, figure)
      if (indicator?.kind !== 'count' || said.has(indicator.id) || !/完成|举行/.test(figure.quantity.before)) continue
      const around = segmentAt(part.text, figure.at).text
      const rated = part.figures.some((one) => one.quantity.measure === '%' && one.at >= figure.end && one.at - figure.end < 8)
      if (!rated && !/续建|结转|上年|去年|20\d\d年/.test(around)) silent.push(`${part.task.id} ${figure.quantity.raw}`)
    }
  }
  const [cut, halfUp] = [roundings.get('cut'), roundings.get('halfUp')]
  if (cut && halfUp) remarks.push(remark('ROUNDING_MIXED', cut.line, cut.task, cut.quote, { other: halfUp.quote, otherTask: halfUp.task }))
  const opening = report.opening.at(-1)
  if (stated > 0 && silent.length > 0 && opening) {
    remarks.push(remark('PCT_NOT_STATED', opening.line, null, silent.join('、'), { stated: String(stated), silent: String(silent.length) }))
  }
  return remarks
}

/** Percentages that follow each other: 占目标任务的60.5%、59.1%. */
const CHAIN = /^[、，,和及与]?$/

/** Whether a percentage is one of the target: by its own words, or as a link of a chain that begins so. */
function isShare(part: ProgressPart, index: number): boolean {
  return OF_TARGET.test(part.text.slice(0, part.figures[chainStart(part, index)]?.at))
}

function chainStart(part: ProgressPart, index: number): number {
  let start = index
  for (let before = part.figures[start - 1]; before?.quantity.measure === '%'; before = part.figures[start - 1]) {
    if (!CHAIN.test(part.text.slice(before.end, part.figures[start]?.at))) break
    start--
  }
  return start
}

/**
 * The figure that a percentage was made from: the nearest before it; for a chain of n percentages (分别占 a、b) the last
 * n figures in their order. Where the sentence tells parts (其中) the nearest may be a part; then it is the one that the
 * percentage fits, or the one before 其中.
 */
function figureOf(register: Register, part: ProgressPart, index: number): FoundQuantity | undefined {
  const share = part.figures[index]
  if (!share) return undefined
  const start = chainStart(part, index)
  let links = index - start + 1
  while (part.figures[start + links] && chainStart(part, start + links) === start) links++
  const sentence = segmentAt(part.text, share.at)
  const before = part.figures.slice(0, start).filter((one) => one.quantity.measure !== '%')
  if (links > 1) return before.slice(-links)[index - start]
  const nearest = before.at(-1)
  const among = sentence.text.indexOf('其中')
  if (!nearest || among < 0 || sentence.start + among > nearest.at) return nearest
  const fits = (one: FoundQuantity) => {
    const target = indicatorOf(register, part, one)?.target?.value
    return target !== undefined && judgePercent(share.quantity.value, share.quantity.decimals, one.quantity.value, target) === 'right'
  }
  const inSentence = before.filter((one) => one.at >= sentence.start)
  return inSentence.findLast(fits) ?? inSentence.findLast((one) => one.at < sentence.start + among) ?? nearest
}

/** From the figure to its percentage; in a chain, the two with what lies between left out. */
function quoteOf(text: string, figure: FoundQuantity, share: FoundQuantity): string {
  const between = text.slice(figure.at, share.end)
  return /[%％].*[%％]$/.test(between) ? `${figure.quantity.raw}…${share.quantity.raw}` : between
}

/** Which rule a stated percentage shows: cut off, or rounded half-up; undefined where both give the same, or neither. */
function roundingOf(stated: Scaled, decimals: number, part: Scaled, whole: Scaled): 'cut' | 'halfUp' | undefined {
  if (whole === 0 || decimals > 4) return undefined
  const unit = 10 ** (4 - decimals)
  const exact = (BigInt(part) * 1_000_000n) / BigInt(whole)
  const cut = Number(exact / BigInt(unit)) * unit
  const up = percentOf(part, whole, decimals)
  if (cut === up) return undefined
  return stated === cut ? 'cut' : stated === up ? 'halfUp' : undefined
}

const decimalOf = (figure: Scaled | undefined): string => (figure === undefined ? '' : decimalFromScaled(figure))
