/** The named parameters of an address, as far as they are there. Whatever else it holds is dropped. */
export function searchOf<K extends string>(...names: readonly K[]) {
  return (search: Record<string, unknown>): { [N in K]?: string | undefined } => {
    const known: { [N in K]?: string } = {};
    for (const name of names) {
      const value = search[name];
      if (typeof value === "string" && value !== "") {
        known[name] = value;
      }
    }
    return known;
  };
}
