import type { FigureRecord } from '../../record/figureRecord.ts'
import { CORRECTION_WORDS } from './checkWords.ts'

/** Whether the row itself says why its figure does not follow from the last one (核减40户). */
export const isCorrected = ({ values: { remark, problems } }: FigureRecord): boolean =>
  CORRECTION_WORDS.pattern.test(`${remark ?? ''}${problems ?? ''}`)
