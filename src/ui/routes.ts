import { createRouter, createWebHistory } from 'vue-router'
import TodayScreen from './today/TodayScreen.vue'

/** The screens and their addresses. Today is on the start path; every other screen is a chunk of its own. */
export const router = createRouter({
  history: createWebHistory(import.meta.env.BASE_URL),
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  routes: [
    { path: '/', name: 'today', component: TodayScreen },
    { path: '/welcome', name: 'welcome', component: () => import('./welcome/WelcomeScreen.vue') },
    {
      path: '/review',
      name: 'review',
      component: () => import('./review/ReviewScreen.vue'),
      props: ({ query }) => ({ practice: query['practice'] !== undefined }),
    },
    { path: '/import', name: 'import', component: () => import('./importing/ImportScreen.vue') },
    { path: '/library', name: 'library', component: () => import('./library/LibraryScreen.vue') },
    {
      path: '/article/:id',
      name: 'article',
      component: () => import('./article/ArticleScreen.vue'),
      props: true,
    },
    {
      path: '/settings',
      name: 'settings',
      component: () => import('./settings/SettingsScreen.vue'),
    },
    { path: '/stats', name: 'stats', component: () => import('./stats/StatsScreen.vue') },
    {
      path: '/card/:id',
      name: 'card',
      component: () => import('./stats/CardInfoScreen.vue'),
      props: true,
    },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})

/** Screens that fill the phone: no navigation bar under the thumb. */
export const FULL_SCREENS: ReadonlySet<unknown> = new Set(['review', 'welcome', 'import'])
