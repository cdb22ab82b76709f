/** What is a difference, with the operations that it becomes, and what never is one: each case on a real server. */
@org.jspecify.annotations.NullMarked
package dev.migrate.autogen.detected;
