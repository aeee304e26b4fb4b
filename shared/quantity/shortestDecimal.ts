/** The shortest decimal text of a number at 15 significant digits, as Excel shows it: 0.1 + 0.2 is "0.3". */
export function shortestDecimal(value: number): string {
  const own = String(value)
  if (own.length <= 15 && !own.includes('e')) return own
  const [mantissa = '', exponent] = value.toPrecision(15).split('e')
  const plain = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa
  if (exponent === undefined) return plain
  const sign = plain.startsWith('-') ? '-' : ''
  const digits = plain.replace(/[-.]/g, '')
  const point = (plain.replace('-', '').split('.')[0]?.length ?? 0) + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return point >= digits.length ? `${sign}${digits.padEnd(point, '0')}` : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

/** How many digits a decimal text has after its point. */
export const decimalsOf = (decimal: string): number => (decimal.includes('.') ? decimal.length - decimal.indexOf('.') - 1 : 0)
