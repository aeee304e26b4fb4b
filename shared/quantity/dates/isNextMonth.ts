/** The month after a period ("2021-06" after "2021-05"); undefined after December, whose next month is another year's. */
export const nextMonth = (period: string): string | undefined => {
  const month = Number(period.slice(5)) + 1
  return month > 12 ? undefined : `${period.slice(0, 5)}${String(month).padStart(2, '0')}`
}

/** Whether a period ("2021-05") is the month after another ("2021-04"). */
export function isNextMonth(before: string, period: string): boolean {
  const months = (id: string): number => Number(id.slice(0, 4)) * 12 + Number(id.slice(5, 7))
  return months(period) - months(before) === 1
}
