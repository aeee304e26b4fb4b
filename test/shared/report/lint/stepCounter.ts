import { Session } from 'node:inspector/promises'

/**
 * How many steps an act takes, without a clock: calls of our functions and rounds of their loops, as the engine counts them for
 * coverage, and the characters that regular expressions and searches go over. The same act gives the same count on any machine
 * under any load. `load` imports what the act needs, once counting has begun: what was compiled before has no counts of loops.
 */
export async function stepCounter<T>(load: () => Promise<T>): Promise<StepCounter<T>> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const loaded = await load()
  return {
    loaded,
    async count(act) {
      await session.post('Profiler.takePreciseCoverage')
      const searched = charactersSearched(act)
      const { result } = await session.post('Profiler.takePreciseCoverage')
      const ours = result.filter(({ url }) => /\/shared\/(?!.*\.test\.)/.test(url) && !url.includes('node_modules'))
      const rounds = ours.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)))
      return rounds.reduce((sum, count) => sum + count, searched)
    },
    async stop() {
      await session.post('Profiler.stopPreciseCoverage')
      session.disconnect()
    },
  }
}

export interface StepCounter<T> {
  readonly loaded: T
  count(act: () => void): Promise<number>
  stop(): Promise<void>
}

/** Runs an act and answers how many characters its searches go over: to where they find something, or to the text's end. */
function charactersSearched(act: () => void): number {
  let searched = 0
  const { exec } = RegExp.prototype
  const { indexOf, lastIndexOf, includes } = String.prototype
  RegExp.prototype.exec = function (text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const found = exec.call(this, text)
    searched += found ? found.index + found[0].length - from : this.sticky || this.source.startsWith('^') ? 1 : text.length - from
    return found
  }
  String.prototype.indexOf = function (words: string, from = 0) {
    const at = indexOf.call(this, words, from)
    searched += (at < 0 ? this.length : at) - from
    return at
  }
  String.prototype.lastIndexOf = function (words: string, from = Number.POSITIVE_INFINITY) {
    const at = lastIndexOf.call(this, words, from)
    searched += Math.min(from, this.length) - at
    return at
  }
  String.prototype.includes = function (words: string | RegExp, from = 0) {
    return this.indexOf(String(words), from) >= 0
  }
  try {
    act()
  } finally {
    Object.assign(RegExp.prototype, { exec })
    Object.assign(String.prototype, { indexOf, lastIndexOf, includes })
  }
  return searched
}
