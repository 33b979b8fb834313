export * from '../domain/records/checks.ts'
