/** 5, 十一: not a part of a longer number. */
const NUMBER = '(?<![\\d.])(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])'
/** Not a day, nor an end or a part of a month. */
const WHOLE = '(?![\\d底末初上中下]|份[底末])'
/** A month in a text, with its year where that stands before it: 2021年5月, 1-5月, 五月份. */
const MONTH = new RegExp(`(?:(\\d{4})年)?${NUMBER}月${WHOLE}`, 'g')
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/**
 * A text in which the months of last period's sheet are those of the next one: that of the period ("2021-05"), and in a heading the
 * one before it (上月), too. Unchanged in December: the next month is of another year's register.
 *
 * | text | 2021-05 | as a heading |
 * | --- | --- | --- |
 * | 2021年5月进展情况 | 2021年6月进展情况 | the same |
 * | 1-5月累计 | 1-6月累计 | the same |
 * | 4月累计 | 4月累计 | 5月累计 |
 * | 5月底前完成, 5月26日, 2020年5月 | the same | the same |
 */
export function nextMonthText(text: string, period: string, isHeading: boolean): string {
  const [year = '', month = 0] = [period.slice(0, 4), Number(period.slice(5))]
  if (month === 12) return text
  const moved = new Set(isHeading ? [month - 1, month] : [month])
  return text.replace(MONTH, (written: string, stated: string | undefined, number: string) => {
    const said = NUMERALS.includes(number) ? NUMERALS.indexOf(number) + 1 : Number(number)
    if ((stated !== undefined && stated !== year) || said === 0 || !moved.has(said)) return written
    const next = NUMERALS.includes(number) ? (NUMERALS[said] ?? number) : String(said + 1)
    return `${stated === undefined ? '' : `${stated}年`}${next}月`
  })
}
