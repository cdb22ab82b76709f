package dev.migrate.autogen.diff.text;

import dev.migrate.operation.ObjectOperation.Commented;

/** What a comment is on, as people call it: {@code column agents.status}. */
final class CommentedText implements Commented.TargetVisitor<String> {

    @Override
    public String onTable(Commented.OnTable target) {
        return "table " + target.table();
    }

    @Override
    public String onColumn(Commented.OnColumn target) {
        return "column " + target.table() + "." + target.column();
    }

    @Override
    public String onIndex(Commented.OnIndex target) {
        return "index " + target.index();
    }

    @Override
    public String onConstraint(Commented.OnConstraint target) {
        return "constraint " + target.constraint() + " of " + target.table();
    }

    @Override
    public String onSequence(Commented.OnSequence target) {
        return "sequence " + target.sequence();
    }

    @Override
    public String onStatistics(Commented.OnStatistics target) {
        return "statistics " + target.statistics();
    }

    @Override
    public String onType(Commented.OnType target) {
        return "type " + target.type();
    }

    @Override
    public String onSchema(Commented.OnSchema target) {
        return "schema " + target.schema();
    }

    @Override
    public String onExtension(Commented.OnExtension target) {
        return "extension " + target.extension();
    }

    @Override
    public String onObject(Commented.OnObject target) {
        return target.object().toString();
    }
}
