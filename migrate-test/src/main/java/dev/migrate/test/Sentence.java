package dev.migrate.test;

import java.sql.SQLException;

/** What a server or a driver says, in a message that goes on after it. */
final class Sentence {

    private Sentence() {}

    /** With a full stop, which the server leaves out. */
    static String of(SQLException e) {
        String text = String.valueOf(e.getMessage()).strip();
        return text.endsWith(".") ? text : text + ".";
    }
}
