/**
 * A function that computes its answer once for each object that it is asked about, and forgets it with the object. Ask
 * it only about values that nobody changes: the answer is not computed again.
 */
export function oncePer<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const answers = new WeakMap<K, { readonly answer: V }>()
  return (key) => {
    const known = answers.get(key)
    if (known) return known.answer
    const answer = compute(key)
    answers.set(key, { answer })
    return answer
  }
}
