/** A numeral in Chinese characters as decimal text ("一百零五" → "105", "两百点两" → "200.2", "十" → "10"). */
export interface ChineseNumeral {
  readonly decimal: string
  /** The scale written last (万, 亿), so that 三万 is shown as 3 万. */
  readonly scale: 1 | 10_000 | 100_000_000
  readonly end: number
}

/** Reads the numeral that starts at `at`; undefined where there is none (百 and 千 alone are names, not figures). */
export function chineseNumeralAt(text: string, at: number): ChineseNumeral | undefined {
  let end = at
  while (end - at < LONGEST && PART.test(text.charAt(end))) end++
  // 十千米 is 十 + 千米, not 十千 + 米.
  if (text.charAt(end - 1) === '千' && /[米瓦伏克]/.test(text.charAt(end))) end--
  if (end === at) return undefined
  const whole = text.slice(at, end)
  if (text.charAt(end) === '点' && DIGIT_VALUE.has(text.charAt(end + 1)) && LEADING.test(whole)) {
    let last = end + 1
    let fraction = ''
    while (last - end < 12 && DIGIT_VALUE.has(text.charAt(last))) fraction += DIGIT_VALUE.get(text.charAt(last++))
    const value = integerOf(whole)
    if (value === undefined) return undefined
    const tail = text.charAt(last)
    if (tail === '万' || tail === '亿')
      return { decimal: `${value}.${fraction}`, scale: tail === '万' ? 10_000 : 100_000_000, end: last + 1 }
    return { decimal: `${value}.${fraction}`, scale: 1, end: last }
  }
  if (whole === '半') return { decimal: '0.5', scale: 1, end }
  const value = LEADING.test(whole) ? integerOf(whole) : undefined
  if (value === undefined) return undefined
  const last = whole.charAt(whole.length - 1)
  if (last === '万' || last === '萬') return scaled(value, 10_000, end)
  if (last === '亿') return scaled(value, 100_000_000, end)
  return { decimal: String(value), scale: 1, end }
}

/** 三万 as 3 at the scale of 万; 一万零五百 has no such form and stays a plain number. */
function scaled(value: number, scale: 10_000 | 100_000_000, end: number): ChineseNumeral | undefined {
  return value % scale === 0 ? { decimal: String(value / scale), scale, end } : undefined
}

/** 一万零五百, 一百五 (150), 二〇二一, 廿三; undefined where the characters make no number or one beyond a figure's range. */
function integerOf(whole: string): number | undefined {
  if (whole.length > 1 && [...whole].every((c) => DIGIT_VALUE.has(c))) return Number([...whole].map((c) => DIGIT_VALUE.get(c)).join(''))
  let total = 0
  // What has been read since the last 万 or 亿.
  let section = 0
  let digit = -1
  let lastUnit = 0
  // The units of a section fall: 千, 百, 十.
  let inSection = 10_000
  let zero = false
  for (const char of whole) {
    const value = DIGIT_VALUE.get(char)
    if (value !== undefined) {
      // Two digits without a unit between them are no number: 二三十 is “twenty or thirty”.
      if (digit > 0) return undefined
      if (value === 0) zero = true
      digit = value
      continue
    }
    const unit = UNIT_VALUE.get(char)
    if (unit === undefined) return undefined
    if (unit < 10_000) {
      if (inSection <= unit) return undefined
      inSection = unit
      section += (digit > 0 ? digit : 1) * unit
    } else {
      section += Math.max(digit, 0)
      if (section === 0 && total === 0) return undefined
      total = unit === 100_000_000 ? (total + section) * unit : total + section * unit
      section = 0
      inSection = 10_000
    }
    digit = -1
    zero = false
    lastUnit = unit
  }
  // 一百五 is 150, 一百零五 is 105.
  if (digit > 0) section += !zero && lastUnit >= 100 ? (digit * lastUnit) / 10 : digit
  const value = total + section
  return value < 9e11 ? value : undefined
}

/** More characters than any figure has: bounds the search in a text of nothing but numerals. */
const LONGEST = 24
const PART = /[零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟萬廿卅半]/
/** A numeral begins with a digit, 十 or 半: 百村, 千家 and 万户 are names. */
const LEADING = /^[零〇一二三四五六七八九十两壹贰叁肆伍陆柒捌玖拾廿卅]/
/** 壹, 贰 … are the forms that cannot be forged, used in documents about money. */
const DIGIT_VALUE: ReadonlyMap<string, number> = new Map(
  [...'零〇一壹二贰两三叁四肆五伍六陆七柒八捌九玖'].map((char, i) => [
    char,
    [0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9][i] ?? 0,
  ]),
)
const UNIT_VALUE: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['廿', 20],
  ['卅', 30],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
  ['万', 10_000],
  ['萬', 10_000],
  ['亿', 100_000_000],
])
