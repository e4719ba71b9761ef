import type { Plugin } from 'esbuild'

/**
 * Node's http modules, by `require`: an `import` reads every name they have, and one of those loads a second HTTP client,
 * which costs each print some 30 ms and is never used (Node 24: compare the two in a file of one line).
 */
export const lazyHttp: Plugin = {
  name: 'lazy-http',
  setup(build) {
    build.onResolve({ filter: /^(?:node:)?https?$/ }, ({ path, kind }) =>
      kind === 'import-statement'
        ? { path: path.replace('node:', ''), namespace: 'lazy-http' }
        : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'lazy-http' }, ({ path }) => ({
      contents: `module.exports = require('node:${path}')`,
    }))
  },
}
