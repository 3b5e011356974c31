/** The few functions of reflect-metadata that a dependency of @peculiar/x509 asks for at its start. */
const metadata = new WeakMap<object, Map<unknown, unknown>>();

function getMetadata(key: unknown, target: object): unknown {
  return metadata.get(target)?.get(key);
}

function defineMetadata(key: unknown, value: unknown, target: object): void {
  const own = metadata.get(target) ?? new Map<unknown, unknown>();
  metadata.set(target, own.set(key, value));
}

Object.assign(Reflect, { getMetadata, defineMetadata, getOwnMetadata: getMetadata });
