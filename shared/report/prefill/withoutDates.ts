/** 截至, 截止时间： */
const AS_OF = '(截[至止](?:到|时间|日期)?\\s*[：:]?\\s*)'
/** 2021年5月26日, 5月底 */
const DAY = '(?:(\\d{4})年)?\\d{1,2}月(?:\\d{1,2}日|底)'
/** 填报日期： */
const FILED_ON = '((?:填报|报送|填表|制表)(?:日期|时间)\\s*[：:]\\s*)'
/** 2021.5.26, 2021年5月26日 */
const FULL_DATE = '\\d{4}\\s*[年.\\-/]\\s*\\d{1,2}\\s*[月.\\-/]\\s*\\d{1,2}\\s*日?'

const AS_OF_DAY = new RegExp(AS_OF + DAY, 'g')
const FILING_DAY = new RegExp(FILED_ON + FULL_DATE, 'g')

/**
 * A text without the day of last period, to be filled in by hand: 截至2021年5月26日 becomes 截至2021年　月　日, and
 * 填报日期：2021.5.26 becomes 填报日期：. Other dates (a deadline, a document's own) stay.
 */
export const withoutDates = (text: string): string =>
  text.replace(AS_OF_DAY, (_, words: string, year?: string) => `${words}${year ? `${year}年` : ''}　月　日`).replace(FILING_DAY, '$1')
