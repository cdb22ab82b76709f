/**
 * A real PostgreSQL for tests: one embedded server per major and JVM, and a database of its own for each test. Shared
 * with the other modules' tests through the test-jar.
 */
package dev.migrate.testing;
