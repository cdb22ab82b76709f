package dev.migrate.lint;

/** Where a hazard is told. */
interface Findings {

    /**
     * Tells of a hazard of the revision that is looked at.
     *
     * @param object what it is about
     * @param text what happens, in a sentence
     */
    void add(Rule rule, Object object, String text);

    /** As {@link #add}, of what loses data for good. */
    void loses(Rule rule, Object object, String text);
}
