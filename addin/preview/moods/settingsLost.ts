import type { Mood, MoodTarget } from '../richapi/mood.ts'

/** What a batch writes into the workbook's settings is gone when it ends, and nothing says so. */
export const settingsLost = ({ book }: MoodTarget): Mood => ({
  batch: async (_, go) => {
    const kept = [...book.settings]
    const answer = await go()
    book.settings.clear()
    for (const [key, value] of kept) book.settings.set(key, value)
    return answer
  },
})
