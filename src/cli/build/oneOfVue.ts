import type { Plugin } from 'vite'

const ALL_OF_VUE = "import * as Vue from 'vue';"
const ONE_OF_VUE =
  "import { getCurrentInstance as ofVue } from 'vue'; const Vue = { getCurrentInstance: ofVue };"

/**
 * Lets vue-i18n import what it uses of Vue. It imports all of it to ask for one function that Vue may export under two
 * names, so nothing of Vue could be left out: hydration, custom elements and transitions were on the start path.
 *
 * @throws Error when vue-i18n no longer does that: then this can go
 */
export function oneOfVue(): Plugin {
  return {
    name: 'duizhao-one-of-vue',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/vue-i18n\/dist\/[^/]+$/.test(id)) return null
      if (!code.includes(ALL_OF_VUE))
        throw new Error('vue-i18n does not import all of Vue any more')
      return { code: code.replace(ALL_OF_VUE, ONE_OF_VUE), map: null }
    },
  }
}
