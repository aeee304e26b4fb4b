/** Whether a number format shows a day or a month: the number is then a serial. What stands in quotes says nothing of it. */
export const isDateFormat = (format: string): boolean =>
  !/^general$/i.test(format) &&
  /[ymd年月日]/i.test(format.replace(/\[[^\]]*\]/g, '').replace(/"[^"]*"/g, (quoted) => (/[年月日]/.test(quoted) ? '年' : '')))
