/** Events of Java Flight Recorder. */
@NullMarked
package dev.migrate.runtime.recorder;

import org.jspecify.annotations.NullMarked;
