import { oncePer } from '../../base/oncePer.ts'
import { remembering } from '../../base/remembering.ts'
import { AREA_ENDINGS, NOT_AREAS } from '../lexicon/areaWords.ts'
import type { NarrativeContext } from '../words/claims.ts'
import type { FigurePlace } from './segments.ts'

/** An area as written, with its code where it is a known one. */
export interface NamedArea {
  readonly code: string | null
  readonly name: string
}

type Areas = NonNullable<NarrativeContext['areas']>

/** The area named in the words of a figure, the nearest before it. */
export type AreaFinder = (text: string, place: FigurePlace, clauseStart: number, at: number) => NamedArea | null

/** Finds known areas by name and alias, others by their ending (县, 区, 市, 镇, 乡). */
export function areaFinder(areas: Areas): AreaFinder {
  const areaIn = finderInWords(areas)
  return (text, place, clauseStart, at) =>
    areaIn(labelBefore(text, place, clauseStart) ?? (place.pre || text.slice(Math.max(clauseStart, at - 40), at)))
}

/** 已完成 and 占年度目标的 are before many figures. */
const finderInWords = oncePer((areas: Areas) => {
  const names = areas.flatMap((area) => [area.name, ...area.aliases].map((name) => ({ name, code: area.code })))
  return remembering((words: string): NamedArea | null => {
    let top: (NamedArea & { readonly at: number }) | null = null
    // The last one named is the nearest; of two at one place the longer is the whole name.
    for (const { name, code } of names) {
      const found = words.lastIndexOf(name)
      if (found >= 0 && (!top || found > top.at || (found === top.at && name.length > top.name.length))) top = { code, name, at: found }
    }
    if (top) return { code: top.code, name: top.name }
    // A town or a zone that nobody has registered is an area all the same, without a code.
    const match = AREA.exec(words.replace(/^.*(?:其中|截至目前|目前)/, ''))
    return match?.[1] && !NOT_AREAS.pattern.test(match[1]) ? { code: null, name: match[1] } : null
  })
})

/** 马关县：32处, 安平县（8所）: the words before the mark that opens the figure's clause. */
const labelBefore = (text: string, place: FigurePlace, clauseStart: number): string | undefined =>
  place.pre.trim() === '' && place.leads && /[：:（(]/.test(text.charAt(clauseStart - 1))
    ? /[A-Za-z\u4e00-\u9fa5]*$/.exec(text.slice(Math.max(0, clauseStart - 13), clauseStart - 1))?.[0]
    : undefined

const AREA = new RegExp(`^[\\s：:、和及（(]*(市本级|市直|[A-Za-z\\u4e00-\\u9fa5]{1,5}?${AREA_ENDINGS.source})`)
