package dev.migrate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The place of a {@link Migration} in the history. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Revision {

    /** 1 to 64 letters, digits, underscores and dots; unique in the history. */
    String id();

    /** The revisions this one follows: none for a base, two or more for a merge. */
    String[] revises() default {};

    /** Revisions or branch labels of other branches that must be applied before this one. */
    String[] dependsOn() default {};

    /** Names for the branch that starts here. */
    String[] labels() default {};

    /** What changes, in a sentence. */
    String message() default "";

    /** When it was written, as an ISO-8601 instant such as {@code 2024-12-09T10:00:00Z}; empty if unknown. */
    String created() default "";
}
