package dev.migrate.runtime;

import dev.migrate.Migration;
import dev.migrate.Operations;

/** A migration of which a test needs the way there only. */
interface OneWay extends Migration {

    @Override
    default void downgrade(Operations op) {}
}
