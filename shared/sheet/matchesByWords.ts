import type { SubjectMatch } from './matchSubjects.ts'

/** Matches by the words of a row, a step for each word: quicker than one text made of all of them. */
export interface MatchesByWords {
  readonly next: Map<string, MatchesByWords>
  match?: SubjectMatch
}

/** Where the match of these words stands, or is to stand; `match` is absent until somebody sets it. */
export function placeOfWords(words: MatchesByWords, path: readonly string[]): MatchesByWords {
  let place = words
  for (const word of path) {
    let next = place.next.get(word)
    if (!next) {
      next = { next: new Map() }
      place.next.set(word, next)
    }
    place = next
  }
  return place
}
