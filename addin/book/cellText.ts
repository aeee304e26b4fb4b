import { format, isDateFormat } from 'numfmt'
import type { Scalar } from './cellValue.ts'

/** Formats that Excel shows by the locale of the machine, whatever the file says. */
const LOCAL: Readonly<Record<string, string>> = { 'mm-dd-yy': 'yyyy/m/d', 'm/d/yy h:mm': 'yyyy/m/d h:mm' }

/** What Excel shows in a Chinese locale, independent of the column's width. */
export function cellText(value: Scalar, numberFormat: string, date1904: boolean): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  const pattern = LOCAL[numberFormat] ?? numberFormat
  try {
    const shown = typeof value === 'number' && date1904 && isDateFormat(pattern) ? value + 1462 : value
    return value === '' ? '' : format(pattern, shown, { locale: 'zh-CN' })
  } catch {
    return String(value)
  }
}
