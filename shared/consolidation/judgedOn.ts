/** The day that a period is judged on: today in China, at most the soft deadline, so that a past month stays what it was. */
export const judgedOn = (today: string, softDeadline: string): string => (today < softDeadline ? today : softDeadline)
