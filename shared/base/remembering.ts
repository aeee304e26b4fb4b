import { oncePer } from './oncePer.ts'

/**
 * A function that computes its answer once for each text that it is asked about under one object (a register). Texts come
 * from sheets and must not fill the memory: beyond `most` of them answers are computed anew each time, as are those of
 * texts longer than any name.
 */
export function remembering<K extends object, V>(compute: (key: K, text: string) => V, most = 2_000): (key: K, text: string) => V {
  const answersOf = oncePer((_: K) => new Map<string, { readonly answer: V }>())
  return (key, text) => {
    const answers = answersOf(key)
    const known = answers.get(text)
    if (known) return known.answer
    const answer = compute(key, text)
    if (answers.size < most && text.length <= LONGEST) answers.set(text, { answer })
    return answer
  }
}

const LONGEST = 60
