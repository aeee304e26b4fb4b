/** "2021年5月26日" of "2021-05-26"; "5月26日" without the year. */
export function chineseDate(iso: string, withYear = true): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  return `${withYear ? `${Number(year)}年` : ''}${Number(month)}月${Number(day)}日`
}
