import type { AreaFinder, NamedArea } from '../clauses/findAreas.ts'
import { STAGE_VERBS } from '../lexicon/stageCueWords.ts'
import { type FigureInText, partOf } from './figureInText.ts'

/** The area that a figure is of: named in its own words, else by the label of its sentence, else that of the figure before. */
export function areaOfFigure(figure: FigureInText, find: AreaFinder): NamedArea | null {
  const { known, found, place, clause } = figure
  return find(known.text, place, clause?.start ?? 0, found.at) ?? areaOfLabel(figure, find) ?? areaOfFigureBefore(figure)
}

/** 灵宝市：新改建公路62.4公里，自然村41个: the area that labels the sentence, unless the words are about the whole. */
function areaOfLabel({ known, place, clause: own }: FigureInText, find: AreaFinder): NamedArea | null {
  if (WHOLE.test(place.pre)) return null
  for (let i = place.clause - 1; own && i >= 0 && place.clause - i <= FARTHEST_LABEL; i--) {
    const clause = known.clauses[i]
    if (!clause || clause.sentence !== own.sentence) return null
    if ((clause.mark !== '：' && clause.mark !== ':') || clause.end - clause.start > LONGEST_LABEL) continue
    // 1.灵宝市： and 一、灵宝市： are labels too.
    const label = known.text.slice(clause.start, clause.end).replace(/^\s*(?:\d{1,2}[.、．]|[一二三四五六七八九十]+、)?\s*/, '')
    const area = find(label, { ...place, pre: label, leads: false }, 0, label.length)
    if (area?.name === label.trim()) return area
  }
  return null
}

/** 湖滨区已建成118个、在建22个: a figure of the same clause, or one that only names another stage, is of the area of the one before. */
function areaOfFigureBefore(figure: FigureInText): NamedArea | null {
  const { place, clause, state } = figure
  const { previous } = state
  if (!previous || previous.areaName === null || WHOLE.test(place.pre)) return null
  const listed = !place.leads && previous.clause === place.clause
  if (!listed && !STAGE_ALONE.test(place.pre)) return null
  return partOf(figure, previous.clause) === clause?.part ? { code: previous.area, name: previous.areaName } : null
}

/** 已开工, 其中完工: no object is named, only a stage. */
export const STAGE_ALONE = new RegExp(`^(?:其中)?(?:现?已经?)?${STAGE_VERBS.source}$`)
const WHOLE = /全[市县省]|[合总共]计/
const FARTHEST_LABEL = 24
const LONGEST_LABEL = 12
