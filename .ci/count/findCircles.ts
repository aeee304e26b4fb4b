/**
 * The circles of a graph: groups of two or more nodes that all reach each other, and nodes that name themselves, each
 * sorted; by Tarjan's algorithm.
 */
export function findCircles(arrows: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []

  const visit = (node: string): number => {
    const at = order.size
    order.set(node, at)
    open.push(node)
    let low = at
    for (const next of arrows.get(node) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next))
      else if (open.includes(next)) low = Math.min(low, order.get(next) ?? at)
    }
    lowest.set(node, low)
    if (low === at) {
      const group = open.splice(open.indexOf(node))
      if (group.length > 1 || arrows.get(node)?.includes(node)) circles.push(group.sort())
    }
    return low
  }
  for (const node of arrows.keys()) if (!order.has(node)) visit(node)
  return circles
}
