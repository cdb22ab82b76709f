package dev.migrate.ddl;

import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.operation.Statement;
import dev.migrate.schema.Literals;
import org.jspecify.annotations.Nullable;

/** {@code COMMENT ON}, for everything that can have one. */
final class CommentDdl implements Commented.TargetVisitor<String> {

    private static final CommentDdl TARGET = new CommentDdl();

    private CommentDdl() {}

    /** A comment set, or removed if {@code text} is null. */
    static Statement comment(Commented target, @Nullable String text) {
        return Statement.of(
                "COMMENT ON " + target.accept(TARGET) + " IS " + (text == null ? "NULL" : Literals.string(text)));
    }

    @Override
    public String onTable(Commented.OnTable target) {
        return "TABLE " + SqlIdentifiers.quote(target.table());
    }

    @Override
    public String onColumn(Commented.OnColumn target) {
        return "COLUMN " + SqlIdentifiers.quote(target.table()) + "." + SqlIdentifiers.quote(target.column());
    }

    @Override
    public String onIndex(Commented.OnIndex target) {
        return "INDEX " + SqlIdentifiers.quote(target.index());
    }

    @Override
    public String onConstraint(Commented.OnConstraint target) {
        return "CONSTRAINT " + SqlIdentifiers.quote(target.constraint()) + " ON "
                + SqlIdentifiers.quote(target.table());
    }

    @Override
    public String onSequence(Commented.OnSequence target) {
        return "SEQUENCE " + SqlIdentifiers.quote(target.sequence());
    }

    @Override
    public String onStatistics(Commented.OnStatistics target) {
        return "STATISTICS " + SqlIdentifiers.quote(target.statistics());
    }

    @Override
    public String onType(Commented.OnType target) {
        return "TYPE " + SqlIdentifiers.quote(target.type());
    }

    @Override
    public String onSchema(Commented.OnSchema target) {
        return "SCHEMA " + SqlIdentifiers.quote(target.schema());
    }

    @Override
    public String onExtension(Commented.OnExtension target) {
        return "EXTENSION " + SqlIdentifiers.quote(target.extension());
    }

    @Override
    public String onObject(Commented.OnObject target) {
        return ReferenceDdl.of(target.object()).toString();
    }
}
