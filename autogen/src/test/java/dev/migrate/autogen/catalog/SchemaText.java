package dev.migrate.autogen.catalog;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import dev.migrate.schema.Validity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A schema as text to compare whole: what isn't PostgreSQL's default is written out, in a line per part. */
public final class SchemaText {

    private final StringBuilder text = new StringBuilder();

    private SchemaText() {}

    /** Every part of {@code schema}; expressions in their normal form. */
    public static String of(Schema schema) {
        SchemaText text = new SchemaText();
        schema.schemas().forEach(name -> text.line("schema " + name));
        schema.extensions().forEach(name -> text.line("extension " + name));
        schema.enums().forEach(text::enumType);
        schema.domains().forEach(text::domain);
        schema.sequences().forEach(text::sequence);
        schema.tables().forEach(text::table);
        schema.auxiliaryObjects().forEach(object -> text.line(object.identity() + ": " + object.create()));
        return text.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void enumType(EnumType type) {
        line("enum " + type.name() + " " + type.values() + suffix("comment", type.comment()));
    }

    private void domain(Domain domain) {
        line("domain " + domain.name() + " " + domain.type() + (domain.nullable() ? "" : " not null")
                + suffix("default", normal(domain.defaultExpression()))
                + suffix("collate", domain.collation()) + suffix("comment", domain.comment()));
        domain.checks().forEach(check -> line("  " + check(check)));
    }

    private void sequence(Sequence sequence) {
        Sequence.Owner owner = sequence.ownedBy();
        line("sequence " + sequence.name() + options(sequence.options())
                + (owner == null ? "" : " owned by " + owner.table() + "." + owner.column())
                + suffix("comment", sequence.comment()));
    }

    private static String options(SequenceOptions options) {
        SequenceOptions concise = options.concise();
        return suffix("as", concise.type())
                + suffix("start", concise.start())
                + suffix("increment", concise.increment())
                + suffix("min", concise.min())
                + suffix("max", concise.max())
                + suffix("cache", concise.cache())
                + (concise.cycle() ? " cycle" : "");
    }

    private void table(Table table) {
        line("table " + table.name() + (table.isUnlogged() ? " unlogged" : "")
                + table.storageParameters().entrySet().stream()
                        .map(e -> " with " + e)
                        .collect(Collectors.joining())
                + suffix("tablespace", table.tablespace())
                + table.inherits().stream().map(p -> " inherits " + p).collect(Collectors.joining())
                + (table.partitioning() == null
                        ? ""
                        : " partition by " + table.partitioning().strategy()
                                + keys(table.partitioning().keys()))
                + (table.partitionOf() == null
                        ? ""
                        : " partition of " + table.partitionOf().parent() + " "
                                + table.partitionOf().bound())
                + suffix("comment", table.comment()));
        table.columns().forEach(column -> line("  " + column(column)));
        table.constraints().stream()
                .sorted(ConstraintOrder.BY_KIND_AND_NAME)
                .forEach(constraint -> line("  " + constraint(constraint)));
        table.indexes().stream().sorted(Comparator.comparing(Index::name)).forEach(index -> line("  " + index(index)));
    }

    private static String column(Column column) {
        Identity identity = column.generator();
        return column.name() + " " + column.type() + suffix("collate", column.collation())
                + (column.nullable() ? "" : " not null")
                + suffix("default", normal(column.defaultExpression()))
                + (identity == null ? "" : " identity " + identity.mode() + options(identity.options()))
                + (column.generated() == null
                        ? ""
                        : " generated " + column.generated().kind() + " "
                                + column.generated().expression().normal())
                + suffix("storage", column.storage())
                + suffix("compression", column.compression())
                + suffix("comment", column.comment());
    }

    private static String constraint(Constraint constraint) {
        return constraint.accept(new Constraint.Visitor<>() {
            @Override
            public String primaryKey(PrimaryKey key) {
                return "primary key " + key.name() + " " + key.columns() + include(key.include())
                        + (key.isWithoutOverlaps() ? " without overlaps" : "")
                        + deferral(key.deferral());
            }

            @Override
            public String unique(Unique unique) {
                return "unique " + unique.name() + " " + unique.columns() + include(unique.include())
                        + (unique.nullsCollide() ? " nulls not distinct" : "")
                        + (unique.isWithoutOverlaps() ? " without overlaps" : "") + deferral(unique.deferral());
            }

            @Override
            public String foreignKey(ForeignKey key) {
                return "foreign key " + key.name() + " " + key.columns() + " references " + key.target() + " "
                        + key.targetColumns()
                        + (key.onDelete() == ForeignKey.Action.NO_ACTION ? "" : " on delete " + key.onDelete())
                        + (key.onDeleteColumns().isEmpty() ? "" : " " + key.onDeleteColumns())
                        + (key.onUpdate() == ForeignKey.Action.NO_ACTION ? "" : " on update " + key.onUpdate())
                        + (key.match() == ForeignKey.Match.FULL ? " match full" : "") + deferral(key.deferral())
                        + (key.hasPeriod() ? " period" : "")
                        + validity(key.validity());
            }

            @Override
            public String check(Check check) {
                return SchemaText.check(check);
            }

            @Override
            public String exclusion(Exclusion exclusion) {
                return "exclude " + exclusion.name() + " " + exclusion.method()
                        + exclusion.elements().stream()
                                .map(e -> key(e.key()) + " with " + e.operator())
                                .toList()
                        + include(exclusion.include()) + suffix("where", normal(exclusion.where()))
                        + deferral(exclusion.deferral());
            }
        });
    }

    private static String check(Check check) {
        return "check " + check.name() + " " + check.expression().normal() + (check.inherited() ? "" : " no inherit")
                + validity(check.validity());
    }

    private static String validity(Validity validity) {
        return validity == Validity.VALID
                ? ""
                : " " + validity.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String deferral(Deferral deferral) {
        return deferral == Deferral.NOT_DEFERRABLE ? "" : " deferrable " + deferral;
    }

    private static String index(Index index) {
        return (index.isUnique() ? "unique index " : "index ")
                + index.name()
                + (index.method().equals(Index.BTREE) ? "" : " using " + index.method())
                + keys(index.keys())
                + include(index.include())
                + (index.nullsCollide() ? " nulls not distinct" : "")
                + index.with().entrySet().stream().map(e -> " with " + e).collect(Collectors.joining())
                + suffix("tablespace", index.tablespace())
                + suffix("where", normal(index.where()))
                + (index.valid() ? "" : " invalid");
    }

    private static String include(List<String> columns) {
        return columns.isEmpty() ? "" : " include " + columns;
    }

    private static String keys(List<IndexKey> keys) {
        return " " + keys.stream().map(SchemaText::key).toList();
    }

    private static String key(IndexKey key) {
        StringJoiner words = new StringJoiner(" ");
        words.add(key.expression().map(e -> "(" + e.normal() + ")").orElseGet(key::text));
        if (key.collation() != null) {
            words.add("collate " + key.collation());
        }
        if (key.operatorClass() != null) {
            words.add(Objects.requireNonNull(key.operatorClass()));
        }
        if (key.isDescending()) {
            words.add("desc");
        }
        if (key.nullsComeFirst() != key.isDescending()) {
            words.add(key.nullsComeFirst() ? "nulls first" : "nulls last");
        }
        return words.toString();
    }

    private static @Nullable String normal(dev.migrate.schema.@Nullable Expression expression) {
        return expression == null ? null : expression.normal();
    }

    private static String suffix(String word, @Nullable Object value) {
        return value == null ? "" : " " + word + " " + value;
    }
}
