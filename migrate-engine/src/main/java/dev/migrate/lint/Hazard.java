package dev.migrate.lint;

import dev.migrate.revision.RevisionInfo;

/**
 * Something that a revision does and that may hurt.
 *
 * @param revision whose upgrade does it
 * @param rule what kind of hazard
 * @param object what it is about: {@code agents.status}, {@code ix_agents_name}; empty for the revision as a whole
 * @param text what happens there, in a sentence
 * @param losesData whether stored data is lost for good
 */
public record Hazard(RevisionInfo revision, Rule rule, String object, String text, boolean losesData) {}
