import { test as base } from '@playwright/test'
import { TestServer } from './testServer.ts'

interface Fixtures {
  server: TestServer
}
interface WorkerFixtures {
  workerServer: TestServer
}

/** Tests with a server of their worker's own; whatever a test did to it, it serves the real build again before the next. */
export const withServer = base.extend<Fixtures, WorkerFixtures>({
  workerServer: [
    async ({}, use) => {
      const server = new TestServer()
      await server.start()
      await use(server)
      await server.stop()
    },
    { scope: 'worker' },
  ],

  server: async ({ workerServer }, use) => {
    await workerServer.restore()
    await use(workerServer)
    await workerServer.restore()
  },
})
