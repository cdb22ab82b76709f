package dev.migrate.ddl;

/**
 * A PostgreSQL server's version.
 *
 * @param number as {@code server_version_num} gives it: 150004 is 15.4
 */
public record ServerVersion(int number) implements Comparable<ServerVersion> {

    /** The oldest major that Migrate supports. */
    public static final int OLDEST_SUPPORTED = 13;

    /** The newest major that Migrate is tested with: what an offline script is written for when nothing else is said. */
    public static final int NEWEST_TESTED = 18;

    public static ServerVersion ofMajor(int major) {
        return new ServerVersion(major * 10_000);
    }

    public int major() {
        return number / 10_000;
    }

    public boolean isAtLeast(int major) {
        return major() >= major;
    }

    @Override
    public int compareTo(ServerVersion other) {
        return Integer.compare(number, other.number);
    }

    /** As people write it: {@code 15.4}. */
    @Override
    public String toString() {
        return major() + "." + number % 10_000;
    }
}
