package dev.migrate.autogen.diff.comparison;

import dev.migrate.autogen.ConventionalNames;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Identifiers;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names that nobody chose. PostgreSQL calls an unnamed constraint after its table and columns; Hibernate hashes them
 * into {@code FKq1x5…}.
 *
 * <p>The rule: a name in the database gives way to a declared one only if somebody chose the declared one. A declared
 * name that is missing, that PostgreSQL would have given, or that is one of Hibernate's hashes fits any name.
 */
public final class GeneratedNames {

    private static final Pattern HIBERNATE = Pattern.compile("(?i)(FK|UK|IDX|UC|CK)[0-9a-z]{20,}");

    /** Of more names that are alike no table has use. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}$");

    private GeneratedNames() {}

    /** Whether {@code declared} says nothing about the name. */
    public static boolean isGenerated(Table table, Constraint declared) {
        String name = declared.name();
        return name == null || isHash(name) || isNumbered(name, names -> defaultName(table, declared, names));
    }

    public static boolean isGenerated(Index declared) {
        return isHash(declared.name())
                || isNumbered(declared.name(), names -> names.index(declared.table(), declared.keys()));
    }

    /** The constraint under the name it has, or else the one that PostgreSQL would give it. */
    public static Constraint named(Table table, Constraint constraint) {
        return constraint.name() == null ? constraint.named(defaultName(table, constraint)) : constraint;
    }

    /** The same where others of the table have these names: one that nobody chose gives way. */
    public static Constraint named(Table table, Constraint unnamed, Set<@Nullable String> taken) {
        Constraint constraint = named(table, unnamed);
        return taken.contains(constraint.name()) && isGenerated(table, constraint)
                ? constraint.named(defaultName(table, constraint, without(table.name(), taken)))
                : constraint;
    }

    public static Index named(Index index, Set<String> taken) {
        return taken.contains(index.name()) && isGenerated(index)
                ? index.named(without(index.table(), taken).index(index.table(), index.keys()))
                : index;
    }

    private static ConventionalNames without(QualifiedName table, Set<? extends @Nullable String> taken) {
        ConventionalNames names = new ConventionalNames();
        taken.stream().filter(Objects::nonNull).forEach(name -> names.reserve(table.sibling(name)));
        return names;
    }

    /** The name that PostgreSQL gives to a constraint without one (PostgreSQL source, ChooseConstraintName). */
    static String defaultName(Table table, Constraint constraint) {
        return defaultName(table, constraint, new ConventionalNames());
    }

    private static String defaultName(Table table, Constraint constraint, ConventionalNames names) {
        QualifiedName name = table.name();
        return constraint.accept(new Constraint.Visitor<>() {
            @Override
            public String primaryKey(PrimaryKey primaryKey) {
                return names.primaryKey(name);
            }

            @Override
            public String unique(Unique unique) {
                return names.unique(name, unique.columns());
            }

            @Override
            public String foreignKey(ForeignKey foreignKey) {
                return names.foreignKey(name, foreignKey.columns());
            }

            @Override
            public String check(Check check) {
                return names.check(name, mentioned(table, check));
            }

            @Override
            public String exclusion(Exclusion exclusion) {
                return names.exclusion(
                        name,
                        exclusion.elements().stream()
                                .map(Exclusion.Element::key)
                                .toList());
            }
        });
    }

    private static List<String> mentioned(Table table, Check check) {
        return table.columns().stream()
                .map(Column::name)
                .filter(column -> SqlText.mentionsColumn(check.expression().normal(), column))
                .toList();
    }

    private static boolean isHash(String name) {
        return HIBERNATE.matcher(name).matches();
    }

    /** PostgreSQL appends a number where the plain name is taken, and cuts a long one once more to have room for it. */
    private static boolean isNumbered(String name, Function<ConventionalNames, String> next) {
        ConventionalNames names = new ConventionalNames();
        String plain = next.apply(names);
        if (name.startsWith(plain)) {
            return name.substring(plain.length()).chars().allMatch(Character::isDigit);
        }
        Matcher number = NUMBER.matcher(name);
        return isLong(plain)
                && number.find()
                && Stream.generate(() -> next.apply(names))
                        .limit(Long.parseLong(number.group()))
                        .anyMatch(name::equals);
    }

    /** Whether there may be no room for a number: what is cut has no half character of up to four bytes at its end. */
    private static boolean isLong(String name) {
        return Identifiers.byteLength(name) > Identifiers.MAX_BYTES - 6;
    }
}
