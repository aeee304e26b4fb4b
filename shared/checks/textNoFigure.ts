import type { Check } from '../finding/facts.ts'
import type { FindingCode } from '../finding/finding.ts'
import { factIndex } from './lookups/factIndex.ts'
import { foundIn } from './lookups/foundIn.ts'
import { placeOf, raise } from './lookups/raise.ts'
import { isLeftOutByText, textsWithoutFigure } from './lookups/textClaims.ts'
import { isOnlyFigure, textFindings } from './lookups/textFindings.ts'

/**
 * TEXT_NO_FIGURE: the task has a quantified target and the text holds no progress figure at all, or a text about several
 * rows or indicators holds none of one of them. Not where the row has a figure column of its own: there the figure, or NOT_REPORTED, says it.
 *
 *     target  text                              figure column   finding
 *     986个   目前处于可研阶段                      none            warning
 *     986个   已开通120个                          none            none
 *     100场   已确定100个行政村                     yes             none
 *     100场   over three rows: 入百村63场，百场戏214场   none            warning for the third
 *     280个   建成231公里, of 300公里 and 280个        none            warning for the second
 */
export const textNoFigure: Check = (facts) => [...textFindings(facts, CODE, isOnlyFigure), ...leftOut(facts)]

const CODE: ReadonlySet<FindingCode> = new Set<FindingCode>(['TEXT_NO_FIGURE'])

/** What the cell of the text is already refused for is said once. */
const leftOut: Check = (facts) =>
  foundIn(facts.records, (record) => {
    if (!isLeftOutByText(facts, record)) return undefined
    const place = placeOf(record, 'cumulative')
    if (textsWithoutFigure(facts).has(`${place.sheet}!${place.cell}`)) return undefined
    if (factIndex(facts).unusable.get(`${place.sheet}!${place.cell}`)?.indicator === record.subject) return undefined
    return raise('TEXT_NO_FIGURE', place, { indicator: record.subject }, { field: 'progressText' })
  })
