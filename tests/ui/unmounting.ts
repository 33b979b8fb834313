import { disableAutoUnmount, enableAutoUnmount } from '@vue/test-utils'
import { afterEach } from 'vitest'

// The files of a worker share their modules, and a hook belongs to one file.
disableAutoUnmount()
enableAutoUnmount(afterEach)
