package dev.migrate.autogen.diff.comparison;

import dev.migrate.autogen.diff.comparison.ListDiff.Pair;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.Use;
import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.operation.ObjectOperation.SetComment;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Column;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** One enum type compared with another of the same name, with the columns that have to follow. */
public final class EnumDiff {

    private static final String CAST = "cast (";
    private static final String AS = " as ";

    private EnumDiff() {}

    /** @param before the schema at the time of the change: every column of the type is converted */
    public static List<Reversible> of(Pair<EnumType> pair, Schema before) {
        EnumType from = pair.from();
        EnumType to = pair.to();
        List<Reversible> operations = new ArrayList<>();
        if (!from.values().equals(to.values())) {
            operations.add(new ChangeEnum(from, from.values(to.values()), new TreeMap<>(), uses(from, before)));
        }
        if (!Objects.equals(from.comment(), to.comment())) {
            operations.add(new SetComment(new Commented.OnType(to.name()), from.comment(), to.comment()));
        }
        return List.copyOf(operations);
    }

    private static List<Use> uses(EnumType type, Schema schema) {
        List<Use> uses = new ArrayList<>();
        DomainLayers domains = new DomainLayers(schema.domains());
        for (Table table : schema.tables()) {
            if (table.partitionOf() != null) {
                continue; // A partition's columns follow their parent's.
            }
            for (Column column : table.columns()) {
                if (isOf(column.type(), type.name())) {
                    uses.add(new Use(
                            table.name(),
                            column.name(),
                            TypeFamily.isArray(column.type()),
                            column.defaultExpression()));
                }
                Type base = domains.base(column.type());
                if (!base.equals(column.type()) && isOf(base, type.name())) {
                    // A column of a domain holds values of the type itself while that is replaced, without a default.
                    uses.add(new Use(table.name(), column.name(), TypeFamily.isArray(base), null));
                }
            }
        }
        return uses;
    }

    /** Whether a column of this type holds values of the enum, or arrays of them. */
    public static boolean isOf(Type type, QualifiedName name) {
        String element = type.sql().replaceAll("(\\[\\])+$", "");
        String plain = SqlIdentifiers.quote(name.name());
        return name.schema() == null
                ? element.equals(plain) || element.equals(name.name())
                : element.equals(SqlIdentifiers.quote(name.schema()) + "." + plain);
    }

    /** Whether it is a cast from or to the enum; Hibernate declares two for each. */
    public static boolean isCast(AuxiliaryObject object, QualifiedName name) {
        String identity = object.identity();
        if (!identity.startsWith(CAST)) {
            return false;
        }
        String types = identity.substring(CAST.length(), identity.length() - ")".length());
        // A quoted name may contain the word, too.
        for (int end = types.indexOf(AS); end >= 0; end = types.indexOf(AS, end + 1)) {
            if (isOf(new Type(types.substring(0, end)), name)
                    || isOf(new Type(types.substring(end + AS.length())), name)) {
                return true;
            }
        }
        return false;
    }
}
