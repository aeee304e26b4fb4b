/**
 * The decimal of a text that is nothing but one number, however it is written: "12.5", "+3", "- 12.5", ".5", "1,000", "1 000",
 * "1'000", "1_000", "1.25E+01". The text is narrowed. Undefined for everything else: a part of it is never the number
 * ("12 5", "--12.5", "1,00").
 */
export function plainDecimal(line: string): string | undefined {
  const found = NUMBER.exec(line)
  if (!found?.groups) return undefined
  const { sign = '', grouped, plain, point, fraction = '', exponent } = found.groups
  const whole = grouped?.replace(/\D/g, '') ?? plain ?? ''
  if (whole === '' && (point === undefined || fraction === '')) return undefined
  const digits = `${whole === '' ? '0' : whole}${fraction === '' ? '' : `.${fraction}`}`
  const decimal = exponent === undefined ? digits : shifted(digits, Number(exponent))
  return decimal === undefined ? undefined : `${sign === '-' ? '-' : ''}${decimal}`
}

/** Thousands are separated everywhere or nowhere, and by one sign. */
const GROUPED = String.raw`\d{1,3}(?:(?<separator>[ ,'’_])\d{3})(?:\k<separator>\d{3}){0,3}`
const NUMBER = new RegExp(
  String.raw`^(?<sign>[+-]?) ?(?:(?<grouped>${GROUPED})|(?<plain>\d{1,15})|(?=\.\d))(?<point>\.(?<fraction>\d{0,15}))?(?:[eE](?<exponent>[+-]?\d{1,2}))?$`,
)

/** Digits moved by a power of ten, as a decimal without an exponent; undefined where it has too many. */
function shifted(digits: string, exponent: number): string | undefined {
  const [whole = '', fraction = ''] = digits.split('.')
  const all = whole + fraction
  const at = whole.length + exponent
  const text = at <= 0 ? `0.${'0'.repeat(-at)}${all}` : at >= all.length ? all.padEnd(at, '0') : `${all.slice(0, at)}.${all.slice(at)}`
  const plain = text
    .replace(/^0+(?=\d)/, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
  return plain.length > 30 ? undefined : plain
}
