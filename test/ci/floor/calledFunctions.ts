import { parseAst } from 'vite'
import { isRecord } from '../../../shared/base/keysOf.ts'

/** What a piece of built code calls, names and defines. */
export interface CalledFunctions {
  /**
   * By the object where it stands by its name (`Map.groupBy`), by the member alone (`.at`), and on what another call gives
   * (`values().map`).
   */
  readonly calls: ReadonlySet<string>
  /** Names that stand alone: globals, and variables of the code's own. */
  readonly names: ReadonlySet<string>
  /** Names of members that the code itself defines. */
  readonly defines: ReadonlySet<string>
  /** Flags of its regular expressions. */
  readonly flags: ReadonlySet<string>
}

/** Reads built JavaScript; a minifier leaves the names of members as they are. */
export function calledFunctions(code: string): CalledFunctions {
  const [calls, names, defines, flags] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()]
  const nameOf = (node: unknown): string | undefined =>
    isRecord(node) && node.type === 'Identifier' && typeof node.name === 'string' ? node.name : undefined
  const memberOf = (node: unknown): string | undefined =>
    isRecord(node) && node.type === 'MemberExpression' && node.computed === false
      ? nameOf(node.property)
      : undefined /** `Object.entries(table)` is a list, `map.entries()` is none. */
  const isOfObject = (callee: unknown): boolean => isRecord(callee) && nameOf(callee.object) === 'Object'

  const onWhat = (object: unknown): string => {
    const isCall = isRecord(object) && object.type === 'CallExpression'
    const called = isCall && !isOfObject(object.callee) ? memberOf(object.callee) : undefined
    return called === undefined ? (nameOf(object) ?? '') : `${called}()`
  }

  function visit(node: Readonly<Record<string, unknown>>, parent: Readonly<Record<string, unknown>>): void {
    if (node.type === 'CallExpression' && isRecord(node.callee)) {
      const member = memberOf(node.callee)
      if (member !== undefined) calls.add(`.${member}`).add(`${onWhat(node.callee.object)}.${member}`)
    }
    if (node.type === 'AssignmentExpression') defines.add(memberOf(node.left) ?? '')
    if (node.type === 'Property' || node.type === 'MethodDefinition' || node.type === 'PropertyDefinition')
      defines.add(nameOf(node.key) ?? '')
    if (isRecord(node.regex)) for (const flag of String(node.regex.flags)) flags.add(flag)
    const isMember = parent.computed === false && (parent.property === node || parent.key === node)
    const name = nameOf(node)
    if (name !== undefined && !isMember) names.add(name)
    for (const child of Object.values(node).flat()) if (isRecord(child)) visit(child, node)
  }
  const program: unknown = parseAst(code)
  if (isRecord(program)) visit(program, {})
  return { calls, names, defines, flags }
}
