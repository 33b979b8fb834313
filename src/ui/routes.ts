import type { Component } from 'vue'
import { createRouter, createWebHistory } from 'vue-router'
import { addWords, type RoomWords } from './i18n/i18n.ts'
import TodayScreen from './today/TodayScreen.vue'

/** The words of the rooms whose components a screen draws; those of the shell and of Today are there from the start. */
const words = {
  article: () => import('./article/words.ts'),
  beads: () => import('./beads/words.ts'),
  concordance: () => import('./concordance/words.ts'),
  export: () => import('./export/words.ts'),
  importing: () => import('./importing/words.ts'),
  library: () => import('./library/words.ts'),
  known: () => import('./known/words.ts'),
  review: () => import('./review/words.ts'),
  settings: () => import('./settings/words.ts'),
  shared: () => import('./shared/words.ts'),
  shelf: () => import('./shelf/words.ts'),
  stats: () => import('./stats/words.ts'),
  sync: () => import('./sync/words.ts'),
  welcome: () => import('./welcome/words.ts'),
  words: () => import('./words/words.ts'),
} satisfies Record<string, () => Promise<RoomWords>>

/** A screen that is loaded when it is first gone to, together with its words. */
const screen =
  (load: () => Promise<{ default: Component }>, ...rooms: readonly (keyof typeof words)[]) =>
  async () => {
    const [loaded, ...spoken] = await Promise.all([load(), ...rooms.map((room) => words[room]())])
    addWords(...spoken)
    return loaded
  }

/** The screens and their addresses. Today is on the start path; every other screen is a chunk of its own. */
export const router = createRouter({
  history: createWebHistory(import.meta.env.BASE_URL),
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  routes: [
    { path: '/', name: 'today', component: TodayScreen },
    {
      path: '/welcome',
      name: 'welcome',
      component: screen(() => import('./welcome/WelcomeScreen.vue'), 'shared', 'welcome'),
    },
    {
      path: '/review',
      name: 'review',
      component: screen(() => import('./review/ReviewScreen.vue'), 'review'),
      props: ({ query }) => ({ practice: query['practice'] !== undefined }),
    },
    {
      path: '/import',
      name: 'import',
      component: screen(
        () => import('./importing/ImportScreen.vue'),
        'importing',
        'known',
        'beads',
        'shared',
        'welcome',
      ),
    },
    {
      path: '/known',
      name: 'known',
      component: screen(() => import('./known/KnownScreen.vue'), 'known', 'settings', 'shared'),
    },
    {
      path: '/library',
      name: 'library',
      component: screen(
        () => import('./library/LibraryScreen.vue'),
        'library',
        'shelf',
        'concordance',
      ),
    },
    {
      path: '/about/:id',
      name: 'about',
      component: screen(() => import('./library/AboutScreen.vue'), 'library'),
      props: true,
    },
    {
      path: '/find',
      name: 'concordance',
      component: screen(() => import('./concordance/ConcordanceScreen.vue'), 'concordance'),
      props: ({ query }) => ({
        q: typeof query['q'] === 'string' ? query['q'] : '',
        as: query['as'] === 'english' || query['as'] === 'pinyin' ? query['as'] : '',
      }),
    },
    {
      path: '/shelf',
      name: 'shelf',
      component: screen(() => import('./shelf/ShelfScreen.vue'), 'shelf'),
      props: ({ query }) => ({ text: typeof query['text'] === 'string' ? query['text'] : '' }),
    },
    {
      path: '/article/:id',
      name: 'article',
      component: screen(() => import('./article/ArticleScreen.vue'), 'article', 'beads', 'words'),
      props: ({ params, query }) => ({ id: params['id'], pair: Number(query['pair'] ?? 0) || 0 }),
    },
    {
      path: '/export/:id?',
      name: 'export',
      component: screen(() => import('./export/ExportScreen.vue'), 'export'),
      props: ({ params }) => ({ id: typeof params['id'] === 'string' ? params['id'] : '' }),
    },
    {
      path: '/print/:id',
      name: 'print',
      component: screen(() => import('./export/PrintScreen.vue'), 'export'),
      props: true,
    },
    {
      path: '/settings/:section?',
      name: 'settings',
      component: screen(
        () => import('./settings/SettingsScreen.vue'),
        'known',
        'settings',
        'shared',
        'stats',
        'welcome',
      ),
      props: true,
    },
    {
      path: '/sync',
      name: 'sync',
      component: screen(() => import('./sync/SyncScreen.vue'), 'sync'),
    },
    {
      path: '/stats',
      name: 'stats',
      component: screen(() => import('./stats/StatsScreen.vue'), 'stats'),
    },
    {
      path: '/card/:id',
      name: 'card',
      component: screen(() => import('./stats/CardInfoScreen.vue'), 'stats'),
      props: true,
    },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})

/** Screens that fill the phone: no navigation bar under the thumb. */
export const FULL_SCREENS: ReadonlySet<unknown> = new Set(['review', 'welcome', 'import'])
