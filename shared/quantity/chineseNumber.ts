const DIGITS = '零一二三四五六七八九'

/** "一" of 1, "十" of 10, "二十三" of 23, "一百零五" of 105; for numbers from 1 to 999. */
export function chineseNumber(number: number): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor((number % 100) / 10), number % 10]
  const digit = (value: number) => DIGITS.charAt(value)
  const below = `${tens === 0 ? '' : tens === 1 && hundreds === 0 ? '十' : `${digit(tens)}十`}${ones === 0 ? '' : digit(ones)}`
  if (hundreds === 0) return below
  return `${digit(hundreds)}百${tens === 0 && ones !== 0 ? '零' : ''}${below}`
}
