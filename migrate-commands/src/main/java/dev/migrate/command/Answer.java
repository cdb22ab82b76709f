package dev.migrate.command;

/**
 * What a command tells.
 *
 * @param text for people
 * @param data for programs: what {@link dev.migrate.command.output.Report} writes as JSON
 */
public record Answer(String text, Object data) {}
