package dev.migrate.runtime.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A checksum of rows that are sent behind a statement. Two of 32 bits with different polynomials miss a change as rarely
 * as one of 64 bits would; and they need next to no time even in a process that has just started, where SHA-256 of a
 * million rows takes a third as long as the rows themselves, because Java interprets it at first.
 */
final class RowsChecksum {

    private final CRC32 crc32 = new CRC32();
    private final CRC32C crc32c = new CRC32C();
    private long length;

    /** The first {@code more} bytes of {@code data} come next. */
    void include(byte[] data, int more) {
        crc32.update(data, 0, more);
        crc32c.update(data, 0, more);
        length += more;
    }

    /** Adds all that came so far, if anything did. */
    void addTo(MessageDigest digest) {
        if (length > 0) {
            digest.update(ByteBuffer.allocate(3 * Long.BYTES)
                    .putLong(length)
                    .putLong(crc32.getValue())
                    .putLong(crc32c.getValue())
                    .array());
        }
    }

    /** Begins anew. */
    void reset() {
        crc32.reset();
        crc32c.reset();
        length = 0;
    }
}
