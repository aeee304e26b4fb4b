/** "2021年5月" of the period "2021-05". */
export const chineseMonth = (period: string): string => `${Number(period.slice(0, 4))}年${Number(period.slice(5))}月`
