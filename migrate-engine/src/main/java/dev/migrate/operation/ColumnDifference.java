package dev.migrate.operation;

import dev.migrate.MigrateException;
import dev.migrate.schema.Column;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has to change for one definition of a column to become another, in an order that PostgreSQL accepts. */
final class ColumnDifference {

    private static final Set<String> BUILT_IN = Set.of(
            "smallint",
            "integer",
            "bigint",
            "numeric",
            "real",
            "double precision",
            "char",
            "varchar",
            "text",
            "date",
            "timestamp",
            "timestamptz",
            "time",
            "timetz",
            "interval",
            "json",
            "jsonb");

    private final QualifiedName table;
    private final Column from;
    private final Column to;
    private final @Nullable String using;
    private final List<ColumnChange> changes = new ArrayList<>();

    ColumnDifference(ColumnOperation.ChangeColumn change) {
        this.table = change.table();
        this.from = change.from();
        this.to = change.to();
        this.using = change.using();
    }

    /** First what is taken off, then the type, then what is put on: a default or an identity may not fit the old type. */
    List<ColumnChange> changes() {
        takeOff();
        if (typeChanges()) {
            changes.add(new ColumnChange.SetType(to.type(), to.collation(), using));
        }
        putOn();
        if (isChosen(from.storage(), to.storage())) {
            changes.add(new ColumnChange.SetStorage(to.storage()));
        }
        if (isChosen(from.compression(), to.compression())) {
            changes.add(new ColumnChange.SetCompression(to.compression()));
        }
        if (!Objects.equals(from.comment(), to.comment())) {
            changes.add(new ColumnChange.SetColumnComment(to.comment()));
        }
        return changes;
    }

    private void takeOff() {
        if (from.generator() != null && to.generator() == null) {
            changes.add(new ColumnChange.DropIdentity(false));
        }
        if (from.generated() != null && to.generated() == null) {
            changes.add(dropExpression(from.generated()));
        }
        if (from.defaultExpression() != null && (to.defaultExpression() == null || defaultIsReplaced())) {
            changes.add(new ColumnChange.SetDefault(null));
        }
        if (!from.nullable() && to.nullable()) {
            changes.add(new ColumnChange.SetNullable(true));
        }
    }

    /**
     * A default is converted with the type only if an assignment cast exists, and not by USING. One that stays and needs
     * no other words is left to PostgreSQL: taken off and put on it would become that of all partitions and children,
     * which may have their own, and of databases that have none, where it is another owner's.
     */
    private boolean defaultIsReplaced() {
        boolean converted =
                using == null && Objects.equals(from.defaultExpression(), to.defaultExpression()) && isFreeOfOldType();
        return typeChanges() && !converted;
    }

    /** PostgreSQL keeps the constant as one of the old type, {@code 'a'::mood}, which could not be dropped any more. */
    private boolean isFreeOfOldType() {
        String before = TypeNames.usual(from.type()).base();
        return before.equals(TypeNames.usual(to.type()).base()) || BUILT_IN.contains(before);
    }

    private ColumnChange dropExpression(Generated generated) {
        if (generated.kind() == Generated.Kind.VIRTUAL) {
            throw impossible("a virtual generated column into one that stores its values");
        }
        return new ColumnChange.DropExpression(false);
    }

    private void putOn() {
        if (from.nullable() && !to.nullable()) {
            changes.add(new ColumnChange.SetNullable(false));
        }
        if (to.defaultExpression() != null
                && (defaultIsReplaced() || !to.defaultExpression().equals(from.defaultExpression()))) {
            changes.add(new ColumnChange.SetDefault(to.defaultExpression()));
        }
        if (to.generated() != null && !to.generated().equals(from.generated())) {
            changes.add(setExpression(from.generated(), to.generated()));
        }
        if (to.generator() != null) {
            identity(from.generator(), to.generator());
        }
    }

    private ColumnChange setExpression(@Nullable Generated before, Generated after) {
        if (before == null) {
            throw impossible("a plain column into a generated one");
        }
        if (before.kind() != after.kind()) {
            throw impossible("a " + before.kind() + " generated column into a " + after.kind() + " one");
        }
        return new ColumnChange.SetExpression(after.expression());
    }

    private void identity(@Nullable Identity before, Identity after) {
        if (before == null) {
            changes.add(new ColumnChange.AddIdentity(after));
        } else if (!concise(before, from).equals(concise(after, to))) {
            changes.add(new ColumnChange.SetIdentity(concise(before, from), concise(after, to)));
        }
    }

    /** PostgreSQL adapts the bounds that follow from the type by itself, so they are no difference. */
    private static Identity concise(Identity identity, Column column) {
        return identity.with(identity.options().type(column.type()).concise().type(null));
    }

    /** With another type PostgreSQL forgets how values were to be stored and compressed: what was chosen is said again. */
    private boolean isChosen(@Nullable String before, @Nullable String after) {
        return typeChanges() ? after != null : !Objects.equals(before, after);
    }

    /** Whether the values are converted, be it to others of the same type. */
    private boolean typeChanges() {
        return using != null || !from.type().equals(to.type()) || !Objects.equals(from.collation(), to.collation());
    }

    private MigrateException impossible(String what) {
        return new MigrateException("PostgreSQL cannot turn " + what + ": " + table + "." + to.name()
                + ". Drop the column and add it again, in operations of their own.");
    }
}
