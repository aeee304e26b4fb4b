/**
 * One word or turn of phrase of a list, with a text in which it occurs. `word` is taken letter for letter. `pattern` is a
 * small regular expression in which `{name}` stands for a part that the list names; it holds no capturing group.
 */
export type WordEntry = { readonly example: string } & (
  | {
      readonly word: string
      /** What must not precede the word (签|违 before 约), or follow it (科 behind 招生): small patterns as well. */
      readonly notAfter?: string
      readonly notBefore?: string
    }
  | { readonly pattern: string }
)

/**
 * A list of words compiled once. Of entries that match at one place the first of the list wins, as in any alternation: where
 * the last one in the text should win (通过省级评估并验收), the words behind the gap are a list that one entry names as its part.
 */
export interface WordList {
  readonly entries: readonly WordEntry[]
  /** The alternation as a group, without the list's frame: to be a part of another list or pattern. */
  readonly source: string
  /** Searches from the start, without a state between calls. */
  readonly pattern: RegExp
  /** The same for `replace`, `replaceAll`, `matchAll` and `match`, which reset it. */
  readonly everywhere: RegExp
  /** The matcher that the list would be if it held this entry alone; for tests of the entries. */
  only(entry: WordEntry): RegExp
}

export interface WordListShape {
  /** What surrounds every entry, `{words}` standing for the entry: "^{words}$" takes texts that are one of the words. */
  readonly frame?: string
  /** The parts that patterns and the frame name: other lists, or sources of small patterns ("\\d+"). */
  readonly parts?: Readonly<Record<string, WordList | string>>
  /** "i" or "u" where the list needs them. */
  readonly flags?: 'i' | 'u'
}

/**
 * A list of words, so that it is data with an entry a line instead of one long regular expression. Compiled when it is first
 * used: a sheet without texts of 进展情况 needs few of the hundred lists. Throws then on a part that the list does not name,
 * which is a bug; a test uses them all.
 */
export const wordList = (entries: readonly WordEntry[], shape: WordListShape = {}): WordList => new Words(entries, shape)

/** A class, so that all lists are of one kind to the engine: texts ask for their patterns at every figure. */
class Words implements WordList {
  readonly entries: readonly WordEntry[]
  private readonly shape: WordListShape
  private alternation: string | undefined
  private first: RegExp | undefined
  private all: RegExp | undefined

  constructor(entries: readonly WordEntry[], shape: WordListShape) {
    this.entries = entries
    this.shape = shape
  }

  get source(): string {
    return `(?:${this.words()})`
  }

  get pattern(): RegExp {
    this.first ??= this.compiled(this.words())
    return this.first
  }

  get everywhere(): RegExp {
    this.all ??= this.compiled(this.words(), 'g')
    return this.all
  }

  only(entry: WordEntry): RegExp {
    return this.compiled(sourceOf(entry, this.shape.parts))
  }

  private words(): string {
    this.alternation ??= this.entries.map((entry) => sourceOf(entry, this.shape.parts)).join('|')
    return this.alternation
  }

  private compiled(words: string, more = ''): RegExp {
    const { frame = '{words}', parts = {}, flags = '' } = this.shape
    return new RegExp(filled(frame, { ...parts, words }), `${more}${flags}`)
  }
}

function sourceOf(entry: WordEntry, parts: WordListShape['parts'] = {}): string {
  if ('pattern' in entry) return filled(entry.pattern, parts)
  const behind = entry.notAfter === undefined ? '' : `(?<!${filled(entry.notAfter, parts)})`
  const ahead = entry.notBefore === undefined ? '' : `(?!${filled(entry.notBefore, parts)})`
  return `${behind}${entry.word.replace(SPECIAL, '\\$&')}${ahead}`
}

/** Puts the named parts in; {0,6} and other repetitions begin with a digit and stay. */
const filled = (pattern: string, parts: Readonly<Record<string, WordList | string>>): string =>
  pattern.replace(NAMED_PART, (_, name: string) => {
    const part = parts[name]
    if (part === undefined) throw new Error(`the word list names no part {${name}}`)
    return typeof part === 'string' ? `(?:${part})` : part.source
  })

const NAMED_PART = /\{([a-z]\w*)\}/gi
const SPECIAL = /[\\^$.*+?()[\]{}|]/g
