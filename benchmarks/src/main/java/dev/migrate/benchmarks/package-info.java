/**
 * What Migrate costs, measured beside what does the same without it: generated histories and schemas, JMH benchmarks of
 * them, and the small programs whose whole processes are timed. Run by the scripts of this module only.
 */
@NullMarked
package dev.migrate.benchmarks;

import org.jspecify.annotations.NullMarked;
