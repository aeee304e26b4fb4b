import { oncePer } from './oncePer.ts'

/**
 * A function that remembers what it answered for texts that come again and again. Texts come from sheets and must not fill
 * the memory: once there are `most` of them all are forgotten, and those longer than a sentence are not remembered at all.
 * Its answers must not be changed.
 */
export function remembering<V>(compute: (text: string) => V, most = 2_000): (text: string) => V {
  const answers = new Map<string, { readonly answer: V }>()
  return (text) => {
    const known = answers.get(text)
    if (known) return known.answer
    const answer = compute(text)
    if (text.length > LONGEST) return answer
    if (answers.size >= most) answers.clear()
    answers.set(text, { answer })
    return answer
  }
}

const LONGEST = 80

/** The same for a function of an object (a register) and a text. */
export function rememberingPer<K extends object, V>(compute: (key: K, text: string) => V): (key: K, text: string) => V {
  const ofKey = oncePer((key: K) => remembering((text: string) => compute(key, text)))
  return (key, text) => ofKey(key)(text)
}
