package dev.migrate.lint;

import dev.migrate.revision.RevisionInfo;

/**
 * What two branches do to one object.
 *
 * @param object {@code the column agents.status}
 * @param one a revision of one branch
 * @param oneDoes with the object as "it": {@code drops it}
 * @param other a revision of the other branch
 * @param otherDoes as {@code oneDoes}
 */
public record BranchConflict(String object, RevisionInfo one, String oneDoes, RevisionInfo other, String otherDoes) {

    /** In a sentence: {@code Two branches meet at the column agents.status: 0002 (…) drops it, 0003 (…) needs it.} */
    public String text() {
        return "Two branches meet at " + object + ": " + one.summary() + " " + oneDoes + ", " + other.summary() + " "
                + otherDoes + ".";
    }
}
