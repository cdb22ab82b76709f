package dev.migrate.runtime.live;

import dev.migrate.runtime.connection.Blocker;
import java.util.List;

/** A failure that may be due to others. */
interface Blocked {

    /** Who was seen in the way; empty if nobody was. */
    List<Blocker> blockers();
}
