import type { AreaCode, Register } from '../../register/register.ts'
import { dateInText } from './dateInText.ts'

/** The days as of which a note says figures are: of the table, and of areas that it names. */
export interface NotedDays {
  readonly asOf?: string
  readonly areas: ReadonlyMap<AreaCode, string>
}

/**
 * What a note says of the day of the figures, ISO.
 *
 *     注：数据截至6月30日                                       the table's
 *     渑池县、义马市数据截止时间为8月底，其他县（市、区）为9月底       of the two areas, and the table's
 *     陕州区8月份完成15公里                                     none
 *     截至10月8日，卢氏县暂未上报                                 none: what is said of one area is no day of the table
 */
export function daysInNote(register: Register, text: string, year: number | undefined): NotedDays {
  const areas = new Map<AreaCode, string>()
  let asOf: string | undefined
  for (const sentence of text.split(/[；;。]/u)) {
    if (!SAYS_DAY.test(sentence)) continue
    const named = areasIn(register, sentence)
    for (const written of sentence.split(/[，,]/u)) {
      const clause = written.replace(NUMBER, '').replace(FIGURE, '')
      const date = STATES_DAY.test(clause) || (OTHERS.test(clause) && IS.test(clause)) ? dateInText(clause, year) : undefined
      if (date === undefined) continue
      const own = areasIn(register, clause.slice(0, clause.search(/\d+[月年.-]/u)))
      for (const area of own) areas.set(area, date)
      if (own.length === 0 && (named.length === 0 || OTHERS.test(clause))) asOf ??= date
    }
  }
  return { ...(asOf === undefined ? {} : { asOf }), areas }
}

const SAYS_DAY = /截[至止]|数据|统计/u
/** 数据截至8月底, 统计时间为8月31日, 为8月底数据; not 8月份完成15公里 nor 统计口径含2020年结转. */
const STATES_DAY = /截[至止]|(?:数据|统计).{0,6}[为是]|[为是].{2,8}数据/u
const IS = /[为是]|截[至止]/u
/** 2.5公里 is no day. */
const FIGURE = /\d+\.\d+(?=\p{Script=Han})/gu
const OTHERS = /其[他它余]|另外/u
/** 2、 before a note. */
const NUMBER = /^[(（]?\d{1,2}[)）、.．](?!\d)/u

const areasIn = ({ areas, city }: Register, words: string): readonly AreaCode[] =>
  areas.flatMap(({ code, name, aliases }) =>
    code !== city && [name, ...aliases].some((one) => one.length > 1 && words.includes(one)) ? [code] : [],
  )
