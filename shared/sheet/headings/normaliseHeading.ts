import { compactText, withoutSpace } from '../view/compactText.ts'

/** A heading cell taken apart. */
export interface Heading {
  /** As written, white space removed: what a person sees again. */
  readonly shown: string
  /** Comparable: NFKC, no white space, trailing brackets, year and month removed. */
  readonly core: string
  /** What stood in trailing brackets or behind a colon (公里, 截至5月26日, 市交通运输局). */
  readonly hints: readonly string[]
  /** The months that the heading speaks of: the last of a range or of 截至; `range` where it is a running total. */
  readonly month?: { readonly last: number; readonly range: boolean }
  readonly year?: number
  /** Ends in "%" or has it in brackets. */
  readonly percentSign: boolean
}

const TAIL = /^(.+?)[([【〔]([^()[\]【】〔〕]*)[)\]】〕]?$/u
const COLON = /^([^:]{2,12}):(.+)$/u
const YEAR = /^(?:其中:)?((?:19|20)\d{2})年度?/u
const MONTHS =
  /^(?:截[至止](?:到)?|至|到)?(?:(?:19|20)\d{2}年)?(?:(\d{1,2})月?(?:[-—–~～至到])+)?(\d{1,2})月(?:份|底|末|\d{1,2}日|上旬|中旬|下旬)?(?:止)?/u
const cache = new Map<string, Heading>()

/** Takes a heading apart; the same text is taken apart once. */
export function normaliseHeading(text: string): Heading {
  const known = cache.get(text)
  if (known) return known
  const heading = takeApart(text)
  if (cache.size > 5_000) cache.clear()
  if (text.length < 200) cache.set(text, heading)
  return heading
}

function takeApart(text: string): Heading {
  const shown = withoutSpace(text)
  let core = compactText(text).replace(/[*:·．.]+$/u, '')
  const hints: string[] = []
  for (let found = TAIL.exec(core); found?.[1] && found[2] !== undefined; found = TAIL.exec(core)) {
    // 县(市、区) and the like are names, not hints
    if (/^(县|县\(市|区|市)$/u.test(found[1])) break
    hints.unshift(found[2])
    core = found[1]
  }
  const colon = COLON.exec(core)
  if (colon?.[1] && colon[2] && !/^其中/u.test(colon[1]) && !/^[\d.]+$/u.test(colon[2])) {
    hints.push(colon[2])
    core = colon[1]
  }
  const year = YEAR.exec(core)
  const months = MONTHS.exec(core)
  let month: Heading['month']
  if (months?.[2]) {
    const rest = core.slice(months[0].length).replace(/^(止|的|,|，)/u, '')
    const range = months[1] !== undefined || /^[截至到]/u.test(months[0])
    month = { last: Number(months[2]), range }
    core = `${range && !/^累计|^累积/u.test(rest) ? '累计' : range ? '' : '本月'}${rest}`
    if (core === '累计' || core === '本月' || core === '') core = range ? '累计' : '本月'
  } else if (year) core = core.slice(year[0].length) || core
  core = core.replace(/^截[至止]目前/u, '目前').replace(/^累积/u, '累计')
  return {
    shown,
    core,
    hints,
    ...(month ? { month } : {}),
    ...(year?.[1] ? { year: Number(year[1]) } : {}),
    percentSign: /[%％]$/u.test(core) || hints.some((hint) => hint === '%' || hint === '百分比'),
  }
}
