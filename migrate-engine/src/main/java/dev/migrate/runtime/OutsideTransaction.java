package dev.migrate.runtime;

import dev.migrate.operation.Statement;
import java.util.List;

/** Whether what is called is in {@code op.outsideTransaction(…)}, and what that makes of its statements. */
final class OutsideTransaction {

    private boolean isOpen;

    /** Calls what is in it. */
    void run(Runnable block) {
        boolean before = isOpen;
        isOpen = true;
        try {
            block.run();
        } finally {
            isOpen = before;
        }
    }

    Statement placed(Statement statement) {
        return isOpen ? Statement.outsideTransaction(statement.sql()) : statement;
    }

    List<Statement> placed(List<Statement> statements) {
        return isOpen ? statements.stream().map(this::placed).toList() : statements;
    }
}
