/** Whether a period ("2021-05") is the month after another ("2021-04"). */
export function isNextMonth(before: string, period: string): boolean {
  const months = (id: string): number => Number(id.slice(0, 4)) * 12 + Number(id.slice(5, 7))
  return months(period) - months(before) === 1
}
