import { expect, test, untilControlled } from './fixtures.ts'

test.use({ serviceWorkers: 'allow' })

test.describe('the content security policy', () => {
  test('comes with the page and as a header, and forbids what the app does not need', async ({
    page,
    server,
  }) => {
    const response = await page.goto(server.url)
    const header = response?.headers()['content-security-policy'] ?? ''
    const meta = await page
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content')
    for (const policy of [header, meta ?? '']) {
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("connect-src 'self'")
      expect(policy).not.toContain('unsafe')
    }
    await expect(page.locator('script:not([src])')).toHaveCount(0)
  })

  test('is not violated by starting, and nothing leaves the origin', async ({
    app,
    complaints,
    outsideRequests,
  }) => {
    await untilControlled(app)
    await app.waitForLoadState('networkidle')
    expect(complaints).toEqual([])
    expect(outsideRequests).toEqual([])
  })

  test('stops an inline script and a request elsewhere', async ({
    app,
    complaints,
    outsideRequests,
  }) => {
    const reached = await app.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "inline script ran"'
      document.body.append(script)
      try {
        await fetch('https://example.com/')
        return true
      } catch {
        return false
      }
    })
    expect(reached).toBe(false)
    await expect(app).not.toHaveTitle('inline script ran')
    await expect.poll(() => complaints.length).toBeGreaterThanOrEqual(2)
    complaints.length = 0
    outsideRequests.length = 0
  })
})
