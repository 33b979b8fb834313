/** The pairs of an article, paragraph by paragraph. */
export function paragraphsOf<T extends { readonly paragraph: number }>(
  pairs: readonly T[],
): readonly (readonly T[])[] {
  const found: T[][] = []
  for (const pair of pairs) {
    const last = found.at(-1)
    if (last?.[0]?.paragraph === pair.paragraph) last.push(pair)
    else found.push([pair])
  }
  return found
}
