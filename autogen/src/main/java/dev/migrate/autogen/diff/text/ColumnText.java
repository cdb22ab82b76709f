package dev.migrate.autogen.diff.text;

import dev.migrate.operation.ColumnChange;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.schema.Column;
import dev.migrate.schema.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is different about a column, attribute by attribute. */
final class ColumnText implements ColumnChange.Visitor<String> {

    /** Both sides of each attribute that differs. */
    static List<String> difference(ChangeColumn change) {
        Column from = change.from();
        Column to = change.to();
        List<String> lines = new ArrayList<>();
        add(lines, "type", from.type(), to.type());
        if (from.type().equals(to.type()) && change.using() != null) {
            lines.add("values as " + change.using());
        }
        if (from.nullable() != to.nullable()) {
            lines.add(to.nullable() ? "now nullable" : "now not null");
        }
        add(lines, "default", sql(from.defaultExpression()), sql(to.defaultExpression()));
        if (!Objects.equals(from.generator(), to.generator())) {
            lines.add(to.generator() == null ? "no identity column any more" : "identity");
        }
        if (!Objects.equals(from.generated(), to.generated())) {
            lines.add(
                    to.generated() == null
                            ? "not generated any more"
                            : "generated as " + to.generated().expression());
        }
        add(lines, "collation", from.collation(), to.collation());
        add(lines, "storage", from.storage(), to.storage());
        add(lines, "compression", from.compression(), to.compression());
        if (!Objects.equals(from.comment(), to.comment())) {
            lines.add("comment");
        }
        return lines;
    }

    /** What each change sets. */
    static List<String> changes(List<ColumnChange> changes) {
        ColumnText text = new ColumnText();
        return changes.stream().map(change -> change.accept(text)).toList();
    }

    static void add(List<String> lines, String attribute, @Nullable Object from, @Nullable Object to) {
        if (!Objects.equals(from, to)) {
            lines.add(attribute + " from " + or(from) + " to " + or(to));
        }
    }

    private static String or(@Nullable Object value) {
        return value == null ? "none" : value.toString();
    }

    /** The normal form tells apart what the author's text need not. */
    private static @Nullable String sql(@Nullable Expression expression) {
        return expression == null ? null : expression.normal();
    }

    @Override
    public String setType(ColumnChange.SetType change) {
        return "type " + change.type();
    }

    @Override
    public String setNullable(ColumnChange.SetNullable change) {
        return change.nullable() ? "nullable" : "not null";
    }

    @Override
    public String setDefault(ColumnChange.SetDefault change) {
        return "default " + or(change.expression());
    }

    @Override
    public String addIdentity(ColumnChange.AddIdentity change) {
        return "identity";
    }

    @Override
    public String setIdentity(ColumnChange.SetIdentity change) {
        return "identity";
    }

    @Override
    public String dropIdentity(ColumnChange.DropIdentity change) {
        return "no identity column any more";
    }

    @Override
    public String setExpression(ColumnChange.SetExpression change) {
        return "generated as " + change.expression();
    }

    @Override
    public String dropExpression(ColumnChange.DropExpression change) {
        return "not generated any more";
    }

    @Override
    public String setStorage(ColumnChange.SetStorage change) {
        return "storage " + or(change.storage());
    }

    @Override
    public String setCompression(ColumnChange.SetCompression change) {
        return "compression " + or(change.compression());
    }

    @Override
    public String setColumnComment(ColumnChange.SetColumnComment change) {
        return "comment";
    }

    @Override
    public String rename(ColumnChange.Rename change) {
        return "renamed to " + change.newName();
    }
}
