import { parseSync } from 'vite'

/** What is counted of one source file. */
export interface FileMeasure {
  /** Lines, blank ones too. */
  readonly lines: number
  /** Lines that are not blank, and those of them that hold (part of) a comment. */
  readonly written: number
  readonly commented: number
  /** `x as T`, but for `as const`. */
  readonly casts: number
  /** Regular expressions whose source is longer than 80 characters. */
  readonly longPatterns: number
  /** Functions, arrows and methods that take more than four parameters. */
  readonly wideFunctions: number
  /** Relative modules that it names, types included, as written: '../grid/a1.ts'. */
  readonly imports: readonly string[]
}

const LONGEST_PATTERN = 80
const MOST_PARAMETERS = 4

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

/** Parses a TypeScript source (`name` ends in .ts or .tsx) and counts. Throws where it does not parse. */
export function measureFile(name: string, source: string): FileMeasure {
  const { program, comments, errors } = parseSync(name, source)
  if (errors.length > 0) throw new Error(`${name}: ${errors[0]?.message}`)
  const lines = source.replace(/\n$/, '').split('\n')
  const imports: string[] = []
  let casts = 0
  let longPatterns = 0
  let wideFunctions = 0
  for (const node of nodesOf(program)) {
    if (node.type === 'TSAsExpression' && !isConst(node.typeAnnotation)) casts += 1
    if (isPattern(node) && node.regex.pattern.length > LONGEST_PATTERN) longPatterns += 1
    if (Array.isArray(node.params) && isNode(node.body) && node.params.length > MOST_PARAMETERS) wideFunctions += 1
    const named = moduleOf(node)
    if (named?.startsWith('.')) imports.push(named)
  }
  return {
    lines: lines.length,
    written: lines.filter((line) => line.trim() !== '').length,
    commented: commentedLines(source, comments),
    casts,
    longPatterns,
    wideFunctions,
    imports,
  }
}

/** Every node below one, itself included. */
function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesOf(one)
  else if (typeof value === 'object' && value !== null) {
    if (isNode(value)) yield value
    for (const part of Object.values(value)) yield* nodesOf(part)
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const isPattern = (node: Node): node is Node & { readonly regex: { readonly pattern: string } } =>
  node.type === 'Literal' && 'regex' in node

/** The type of `as const`. */
const isConst = (type: unknown): boolean => isNode(type) && isNode(type.typeName) && type.typeName.name === 'const'

const NAMING = new Set(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression', 'TSImportType'])

/** The module that an import, a re-export or a type of another file names. */
function moduleOf({ type, source }: Node): string | undefined {
  return NAMING.has(type) && isNode(source) && typeof source.value === 'string' ? source.value : undefined
}

/** How many lines hold at least a part of a comment. */
function commentedLines(source: string, comments: readonly { readonly start: number; readonly end: number }[]): number {
  const lineAt = (position: number): number => source.slice(0, position).split('\n').length
  const lines = new Set<number>()
  for (const { start, end } of comments) for (let line = lineAt(start); line <= lineAt(end); line++) lines.add(line)
  return lines.size
}
