/**
 * Files and directories that only their owner may read.
 * They hold passwords, and programs that are executed.
 */
@NullMarked
package dev.migrate.command.file;

import org.jspecify.annotations.NullMarked;
