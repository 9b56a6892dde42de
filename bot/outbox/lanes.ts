/**
 * Messages in their lanes: what goes to one place goes in order and one at a time, whatever holds up another place.
 */
export function inLanes<Item>(items: readonly Item[], laneOf: (item: Item) => string): Item[][] {
  const lanes = new Map<string, Item[]>();
  for (const item of items) {
    const lane = lanes.get(laneOf(item));
    if (lane) lane.push(item);
    else lanes.set(laneOf(item), [item]);
  }
  return [...lanes.values()];
}

/** Works through lanes side by side, at most `width` at once. */
export async function sideBySide<Item>(
  lanes: readonly Item[],
  width: number,
  work: (lane: Item) => Promise<void>,
): Promise<void> {
  const waiting = lanes.values();
  const worker = async (): Promise<void> => {
    for (const lane of waiting) await work(lane);
  };
  await Promise.all(Array.from({ length: Math.min(width, lanes.length) }, worker));
}
