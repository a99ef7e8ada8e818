/**
 * One value for the whole process. Next.js loads a module once for each bundle that imports it, so a `const` at module
 * level exists several times. `globalThis` exists once.
 */
export function processWide<Value>(name: string, make: () => Value): Value {
  const key = Symbol.for(`guide.${name}`);
  const holder = globalThis as { [key: symbol]: Value | undefined };
  holder[key] ??= make();
  return holder[key];
}
