// Module hooks (node:module, `register`): gives everybody the watched SQLite.

/** @type {import('node:module').ResolveHook} */
export const resolve = (specifier, context, nextResolve) => {
  const isOurs = context.parentURL?.endsWith('/watched-sqlite.ts') ?? false;
  if (specifier !== '@photostructure/sqlite' || isOurs) return nextResolve(specifier, context);
  return nextResolve(new URL('watched-sqlite.ts', import.meta.url).href, context);
};
