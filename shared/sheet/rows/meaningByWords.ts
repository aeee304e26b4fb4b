/** What the words of rows mean, a step for each word: quicker than one text made of all of them. */
export interface MeaningByWords<T> {
  readonly next: Map<string, MeaningByWords<T>>
  meaning?: T
}

/** Where the meaning of these words stands, or is to stand; it is absent until somebody sets it. */
export function placeOfWords<T>(words: MeaningByWords<T>, path: readonly string[]): MeaningByWords<T> {
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
