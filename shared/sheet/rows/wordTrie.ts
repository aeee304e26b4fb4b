/** Answers by the words that they are of, a step for each word: quicker than one text made of all of them. */
export interface WordTrie<T> {
  readonly next: Map<string, WordTrie<T>>
  answer?: T
}

/** The node of these words; its answer is absent until somebody sets it. */
export function nodeOfWords<T>(trie: WordTrie<T>, words: readonly string[]): WordTrie<T> {
  let node = trie
  for (const word of words) {
    let next = node.next.get(word)
    if (!next) {
      next = { next: new Map() }
      node.next.set(word, next)
    }
    node = next
  }
  return node
}
