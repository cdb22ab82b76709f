package dev.migrate.maven.parameter;

import dev.migrate.revision.naming.RevisionIds;
import java.security.SecureRandom;
import java.time.Clock;

/** How the id of a new revision is chosen. */
public enum RevisionIdStyle {
    /** Twelve random hexadecimal digits. */
    HEX {
        @Override
        public RevisionIds ids(Clock clock, int width) {
            return RevisionIds.hex(new SecureRandom());
        }
    },
    /** The time, and a number that counts on. */
    TIMESTAMP {
        @Override
        public RevisionIds ids(Clock clock, int width) {
            return RevisionIds.timestamp(clock);
        }
    },
    /** The next number. */
    SEQUENCE {
        @Override
        public RevisionIds ids(Clock clock, int width) {
            return RevisionIds.sequence(width);
        }
    };

    /** @param width how many digits a number has, at least */
    public abstract RevisionIds ids(Clock clock, int width);
}
