/** Circles in a graph, after Tarjan, "Depth-First Search and Linear Graph Algorithms" (1972). */

/**
 * @param edges from each node to those that it leads to
 * @returns the nodes of every circle, each circle once; a node that leads to itself alone is none
 */
export function circles(edges: ReadonlyMap<string, readonly string[]>): readonly string[][] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const visit = (node: string): void => {
    order.set(node, order.size);
    lowest.set(node, order.size - 1);
    stack.push(node);
    for (const next of edges.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next))
        lowest.set(node, Math.min(lowest.get(node) ?? 0, lowest.get(next) ?? 0));
    }
    if (lowest.get(node) !== order.get(node)) return;
    const circle = stack.splice(stack.indexOf(node));
    if (circle.length > 1) found.push(circle);
  };
  for (const node of edges.keys()) if (!order.has(node)) visit(node);
  return found;
}
