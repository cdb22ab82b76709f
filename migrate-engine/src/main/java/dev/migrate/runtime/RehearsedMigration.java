package dev.migrate.runtime;

import dev.migrate.operation.DataOperation.Require;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RecordedOperation;
import dev.migrate.operation.Statement;
import dev.migrate.revision.RecordedRevision;
import dev.migrate.revision.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a migration did when it was rehearsed, so that it can be done without asking the migration again. */
final class RehearsedMigration {

    /** What else an operation takes than its statements, roughly and in characters. */
    private static final int EACH = 1000;

    /** @param from where the migration asked for it; what it costs to note that is less than what it costs to read it */
    private record Call(Operation operation, List<Statement> statements, Throwable from) {

        void to(Sink sink) {
            try {
                sink.apply(operation, statements);
            } catch (RuntimeException e) {
                // As if the migration had just called: whoever reads it looks for the line.
                e.setStackTrace(Stream.of(e.getStackTrace(), from.getStackTrace())
                        .flatMap(Arrays::stream)
                        .toArray(StackTraceElement[]::new));
                throw e;
            }
        }
    }

    /** Of which nothing is known. */
    static final RehearsedMigration UNKNOWN = new RehearsedMigration(List.of()).withoutCalls();

    private final List<Call> calls = new ArrayList<>();
    private final List<Require> requirements;
    private boolean complete = true;
    private long size;

    RehearsedMigration() {
        this(new ArrayList<>());
    }

    private RehearsedMigration(List<Require> requirements) {
        this.requirements = requirements;
    }

    /** What it requires of the rows, so that it can be checked before the migration is asked again. */
    RehearsedMigration withoutCalls() {
        RehearsedMigration rest = new RehearsedMigration(requirements);
        rest.complete = false;
        return rest;
    }

    /** Whether {@link #run} does all of it. */
    boolean isComplete() {
        return complete;
    }

    /** What it requires of the rows when it begins, as far as that is known. */
    List<Require> requirements() {
        return List.copyOf(requirements);
    }

    void require(Require requirement) {
        requirements.add(requirement);
    }

    void add(Operation operation, List<Statement> statements) {
        calls.add(new Call(operation, statements, new Throwable()));
        size += EACH;
        for (Statement statement : statements) {
            size += statement.sql().length();
        }
    }

    RevisionShape shape() {
        boolean commits = calls.stream()
                .flatMap(call -> call.statements().stream())
                .anyMatch(statement -> !statement.transactional());
        return new RevisionShape(
                calls.stream().mapToInt(call -> call.statements().size()).sum(),
                commits ? TouchedTables.of(calls.stream().map(Call::operation).toList()) : Optional.empty());
    }

    /** What it takes to keep it, roughly and in characters. */
    long size() {
        return size;
    }

    /** The same for who only looks at it. */
    RecordedRevision recorded(Step step, boolean complete) {
        return new RecordedRevision(
                step,
                calls.stream()
                        .map(call -> new RecordedOperation(call.operation(), call.statements()))
                        .toList(),
                complete,
                "");
    }

    /** Does it. */
    void run(Sink sink) {
        for (Call call : calls) {
            call.to(sink);
        }
    }
}
