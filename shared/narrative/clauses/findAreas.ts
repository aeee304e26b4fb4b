import type { NarrativeContext } from '../words/claims.ts'
import type { FigurePlace } from './segments.ts'

/** The area named in the words of a figure, the nearest before it. */
export type AreaFinder = (text: string, place: FigurePlace, clauseStart: number, at: number) => { code: string | null; name: string } | null

/** Finds known areas by name and alias, others by their ending (县, 区, 市, 镇, 乡). */
export function areaFinder(areas: NonNullable<NarrativeContext['areas']>): AreaFinder {
  const names = areas.flatMap((area) => [area.name, ...area.aliases].map((name) => ({ name, code: area.code })))
  return (text, place, clauseStart, at) => {
    const words = labelBefore(text, place, clauseStart) ?? (place.pre || text.slice(Math.max(clauseStart, at - 40), at))
    let top: { code: string | null; name: string; at: number } | null = null
    for (const { name, code } of names) {
      const found = words.lastIndexOf(name)
      if (found >= 0 && (!top || found > top.at || (found === top.at && name.length > top.name.length))) top = { code, name, at: found }
    }
    if (top) return { code: top.code, name: top.name }
    const match = AREA.exec(words.replace(/^.*(?:其中|截至目前|目前)/, ''))
    return match?.[1] && !NO_AREA.test(match[1]) ? { code: null, name: match[1] } : null
  }
}

/** 马关县：32处, 安平县（8所）: the words before the mark that opens the figure's clause. */
const labelBefore = (text: string, place: FigurePlace, clauseStart: number): string | undefined =>
  place.pre.trim() === '' && place.leads && /[：:（(]/.test(text.charAt(clauseStart - 1))
    ? /[A-Za-z\u4e00-\u9fa5]*$/.exec(text.slice(Math.max(0, clauseStart - 13), clauseStart - 1))?.[0]
    : undefined

const AREA =
  /^[\s：:、和及（(]*(市本级|市直|[A-Za-z\u4e00-\u9fa5]{1,5}?(?:自治县|示范区|开发区|高新区|经开区|新区|街道|办事处|[县市区镇乡]))/
const NO_AREA =
  /^(?:全|各|我|本|该|两|三|四|五|六|几)|[小社台校院景园灌片]区$|城市$|超市$|门市$|上市$|城镇$|乡镇$|[下进返城回]乡$|全[市县区]|完成|建成|开工|新建/
