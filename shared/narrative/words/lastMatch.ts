import type { WordList } from '../../base/wordList.ts'

/** Words found in others. */
export interface FoundWords {
  readonly at: number
  readonly word: string
}

/** The last place at which a word of the list is found. */
export function lastMatch(list: WordList, words: string): FoundWords | null {
  const all = list.everywhere
  all.lastIndex = 0
  let last: FoundWords | null = null
  for (let match = all.exec(words); match; match = all.exec(words)) {
    last = { at: match.index, word: match[0] }
    if (match[0] === '') all.lastIndex++
  }
  return last
}
