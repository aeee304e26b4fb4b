import type { Check } from '../finding/facts.ts'
import { measureFits } from '../finding/measureFits.ts'
import type { NarrativeFigure } from '../narrative/words/claims.ts'
import { decimalFromScaled } from '../quantity/scaled.ts'
import { reaches } from '../quantity/stage.ts'
import type { FigureRecord } from '../record/figureRecord.ts'
import type { Indicator } from '../register/register.ts'
import { placeOf, raise } from './lookups/raise.ts'
import { textClaims } from './lookups/textClaims.ts'
import { indicatorOf } from './lookups/truth.ts'

/**
 * TEXT_FIGURE_MISMATCH: the text states another completed figure for the same indicator than the figure column.
 *
 *     column  text                        finding
 *     146     已完成新改建里程146公里          none
 *     146     已完成新改建里程164公里          warning
 *     107     渑池县15套、灵宝市27套、卢氏县65套  none (they add up)
 *     65      已开工107套，已完工65套          none (one of them)
 *     420     已完成约400户                  none (approximate)
 */
export const textFigureMismatch: Check = (facts) =>
  textClaims(facts).flatMap((claims) =>
    claims.figures.flatMap((record) => {
      const indicator = indicatorOf(facts, record)
      const stated = record.values.cumulative
      if (indicator?.kind !== 'count' || stated == null || record.part !== '') return []
      const named = claims.reading.figures.filter(
        (figure) =>
          counts(figure, record, indicator) && (figure.measure === null || measureFits(facts.register, figure.measure, indicator)),
      )
      const done = named.filter((figure) => figure.stage === null || reaches(figure.stage, indicator.countsStage))
      if (done.length === 0 || named.some((figure) => figure.approx || figure.value === stated)) return []
      const sum = done.reduce((total, figure) => total + (figure.value ?? 0), 0)
      if (sum === stated || done.some((figure) => figure.area !== null && figure.area !== record.area)) return []
      const params = { figure: decimalFromScaled(stated), text: done.map((figure) => figure.raw), indicator: indicator.id }
      return [raise('TEXT_FIGURE_MISMATCH', placeOf(claims.record, 'progressText'), params, { field: 'progressText' })]
    }),
  )

const counts = (figure: NarrativeFigure, record: FigureRecord, indicator: Indicator): boolean =>
  figure.role === 'progress' &&
  figure.indicator === indicator.id &&
  figure.value !== null &&
  (figure.area === null || figure.area === record.area || record.area === indicator.area)
