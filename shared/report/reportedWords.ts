import { isKeyOf } from '../base/keysOf.ts'
import { cityFigure, citySources } from '../consolidation/cityFigure.ts'
import { isProgress } from '../consolidation/reachedPercent.ts'
import { isAnswered, isInWords } from '../consolidation/reported.ts'
import { uncounted } from '../consolidation/uncounted.ts'
import { asScaled, decimalFromScaled } from '../quantity/scaled.ts'
import { STAGE_NAMES } from '../quantity/stageNames.ts'
import type { Indicator } from '../register/register.ts'
import type { IndicatorFigures, Source } from '../wire/consolidation.ts'
import type { ReportedKind } from '../wire/reported.ts'
import type { ReportState } from '../wire/reportState.ts'

/** What is shown in a document where an area or an indicator has no figure; empty where it has. */
export const MISSING_WORDS: Readonly<Record<ReportedKind, string>> = {
  reported: '',
  noProgress: '暂无进展',
  otherStage: '',
  wholeOnly: '只报全市数',
  partsOnly: '只报分县数',
  otherOnly: '未报数',
  nothing: '暂未报送',
}

/** How far the report is that a row belongs to; of one that the office accepted nothing. */
const REPORT_STATE_WORDS: Readonly<Record<ReportState, string>> = {
  draft: '草稿',
  returned: '退回待改',
  complete: '报送完成，未审核',
  reviewed: '已审核，未批准',
  approved: '单位已批准，督查室未采纳',
  accepted: '',
}

/** "退回待改", "已审核，未批准，其后有改动"; empty of what is accepted as it is. */
export function reportStateText({ state, changed }: Pick<Source, 'state' | 'changed'>): string {
  if (!changed) return REPORT_STATE_WORDS[state]
  return `${REPORT_STATE_WORDS[state] || '督查室已采纳'}，其后有改动`
}

/** The stage as an office names it. */
export const stageName = (stage: string): string => (isKeyOf(STAGE_NAMES, stage) ? STAGE_NAMES[stage] : stage)

/** "基本完工15、开工27": what was reported at stages that are not counted, with its measure where one is given; empty where there is none. */
export const uncountedText = (sources: readonly Source[], { kind }: Pick<Indicator, 'kind'>, measure = ''): string =>
  uncounted(sources, kind === 'percent')
    .map(({ stage, value }) => `${stageName(stage)}${decimalFromScaled(value)}${measure}`)
    .join('、')

/** "（另有基本完工15座，不计入；部分地区暂未报送）": what a figure does not say by itself; empty where there is nothing to add. */
export function besides(indicator: Indicator, { areas }: IndicatorFigures): string {
  const others = uncountedText(
    areas.flatMap(({ sources }) => sources),
    indicator,
    measureOf(indicator),
  )
  const lacking = areas.some(({ due, reported }) => due && !isAnswered(reported))
  const parts = [...(others === '' ? [] : [`另有${others}，不计入`]), ...(lacking ? ['部分地区暂未报送'] : [])]
  return parts.length === 0 ? '' : `（${parts.join('；')}）`
}

/** What is said of an indicator that has no figure that counts, and was not left without a word; undefined where nothing can be said. */
export function insteadSentence(indicator: Indicator, found: IndicatorFigures): string | undefined {
  if (isInWords(indicator)) return found.reported === 'reported' ? nodesText(indicator, found) : undefined
  switch (found.reported) {
    case 'wholeOnly':
      return wholeText(indicator, found)
    case 'otherStage':
      return `${indicator.name}：${uncountedText(citySources(found), indicator, measureOf(indicator))}（不计入累计完成）`
    case 'reported':
      return areaRatesText(indicator, found)
    case 'partsOnly':
      return `${indicator.name}已报分县数，全市数暂未报送`
    default:
      return undefined
  }
}

/** "办结率：各地所报为80%至92%，未报分子分母，不合成全市数": rates of several areas that cannot be added up; undefined where there are none. */
function areaRatesText({ name }: Indicator, { areas }: IndicatorFigures): string | undefined {
  const rates = areas.flatMap(({ percent }) => percent ?? []).sort((a, b) => a - b)
  const [lowest, highest] = [rates[0], rates.at(-1)]
  if (lowest === undefined || highest === undefined) return undefined
  const [from, to] = [lowest, highest].map((rate) => `${decimalFromScaled(asScaled(rate))}%`)
  return `${name}：${rates.length}个地区所报为${from === to ? from : `${from}至${to}`}，未报分子分母，不合成全市数`
}

/** "新建农村公路全市累计完成146公里，占目标任务的48.67%（分县数暂未报送）" */
function wholeText(indicator: Indicator, found: IndicatorFigures): string {
  const { value, percent } = cityFigure(found)
  const percentage = percent === null ? '' : `${decimalFromScaled(percent)}%`
  if (indicator.kind === 'percent') return `${indicator.name}全市为${percentage}（分县数暂未报送）`
  const ofTarget = percentage === '' ? '' : `，占目标任务的${percentage}`
  const figure = value === null ? '' : decimalFromScaled(value)
  if (!isProgress(indicator)) return `${indicator.name}全市现为${figure}${indicator.measure ?? ''}（分县数暂未报送）`
  return `${indicator.name}全市累计完成${figure}${indicator.measure ?? ''}${ofTarget}（分县数暂未报送）`
}

/** "崤函小学门口过街天桥：节点4个，完成2个"; of one that has no nodes apart whether it is done. Undefined where a text alone reports it. */
function nodesText({ name }: Indicator, { areas }: IndicatorFigures): string | undefined {
  const nodes = areas.flatMap(({ sources }) => sources)
  const done = nodes.filter(({ counted }) => counted).length
  if (nodes.length === 0) return undefined
  if (nodes.some(({ part }) => part !== '')) return `${name}：节点${nodes.length}个，完成${done}个`
  return `${name}：${done > 0 ? '已完成' : '尚未完成'}`
}

const measureOf = ({ kind, measure, countMeasure }: Indicator): string => countMeasure ?? (kind === 'percent' ? '%' : (measure ?? ''))
