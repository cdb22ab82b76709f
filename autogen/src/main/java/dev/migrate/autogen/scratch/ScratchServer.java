package dev.migrate.autogen.scratch;

/** A server on which databases may be made and thrown away: where migrations are tried before anybody trusts them. */
public interface ScratchServer {

    /**
     * A new, empty database.
     *
     * @throws dev.migrate.MigrateException if the server cannot be reached or refuses to create one
     */
    ScratchDatabase create();
}
