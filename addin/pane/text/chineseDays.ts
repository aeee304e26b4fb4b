/** "2021年5月" of "2021-05"; what is no month stays as it is. */
export const chinesePeriod = (id: string): string => {
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(id) ?? []
  return year && month ? `${year}年${Number(month)}月` : id
}

/** "2021年5月31日" of "2021-05-31", whatever follows the day. */
export const chineseDay = (iso: string): string => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso) ?? []
  return year ? `${year}年${Number(month)}月${Number(day)}日` : iso
}

/** "5月31日" of "2021-05-31". */
export const chineseMonthDay = (iso: string): string => {
  const [, month, day] = /^\d{4}-(\d\d)-(\d\d)/.exec(iso) ?? []
  return month ? `${Number(month)}月${Number(day)}日` : iso
}
