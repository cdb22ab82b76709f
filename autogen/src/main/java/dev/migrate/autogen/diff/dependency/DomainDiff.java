package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.DomainLayers;
import dev.migrate.autogen.diff.comparison.TypeFamily;
import dev.migrate.operation.DomainOperation.ChangeDomain;
import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.operation.ObjectOperation.CreateDomain;
import dev.migrate.operation.ObjectOperation.DropDomain;
import dev.migrate.operation.ObjectOperation.SetComment;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Domain;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One domain compared with another of the same name. */
public final class DomainDiff {

    private DomainDiff() {}

    /**
     * A domain keeps its type and collation as long as it lives: with others it is another domain. PostgreSQL checks no
     * array's elements and no attributes for a new constraint, and therefore refuses it (manual, ALTER DOMAIN, Notes): also
     * another domain.
     *
     * @param schema the tables that may use the domain
     */
    public static List<Reversible> of(Domain from, Domain to, Schema schema) {
        boolean isStricter = from.nullable() != to.nullable() || !from.checks().equals(to.checks());
        if (!from.type().equals(to.type())
                || !Objects.equals(from.collation(), to.collation())
                || (isStricter && (isInArrays(from, schema) || CompositeColumns.hold(from.name(), schema)))) {
            return replacement(from, to);
        }
        if (from.equals(to)) {
            return List.of();
        }
        List<Reversible> operations = new ArrayList<>();
        Domain described = from.comment(to.comment());
        if (!described.equals(to)) {
            operations.add(new ChangeDomain(described, to));
        }
        if (!Objects.equals(from.comment(), to.comment())) {
            operations.add(new SetComment(new Commented.OnType(to.name()), from.comment(), to.comment()));
        }
        return List.copyOf(operations);
    }

    public static List<Reversible> replacement(Domain from, Domain to) {
        return List.of(new DropDomain(from), new CreateDomain(to));
    }

    private static boolean isInArrays(Domain domain, Schema schema) {
        DomainLayers domains = new DomainLayers(schema.domains());
        return schema.tables().stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(column -> TypeFamily.isArray(column.type()) && domains.isOver(column.type(), domain.name()));
    }
}
