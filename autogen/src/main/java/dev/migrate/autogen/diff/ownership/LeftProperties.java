package dev.migrate.autogen.diff.ownership;

import dev.migrate.autogen.diff.comparison.ColumnDiff;
import dev.migrate.autogen.diff.comparison.EnumDiff;
import dev.migrate.autogen.diff.comparison.GeneratedNames;
import dev.migrate.autogen.diff.comparison.TypeFamily;
import dev.migrate.autogen.diff.dependency.ColumnUse;
import dev.migrate.autogen.diff.text.KeyText;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constant;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ForeignKey.Action;
import dev.migrate.schema.ForeignKey.Match;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import dev.migrate.schema.Validity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the tables of entities have beyond them, and keep, without its being an object of its own: comments; a column's
 * default, formula and collation, and how its identity counts; what a foreign key does, when it or what is unique is
 * checked, and whether NULLs are alike. An entity that says nothing of these
 * doesn't ask for their end: somebody else gave them to the table, and relies on them. What this history gave it goes.
 */
final class LeftProperties {

    private final Provenance provenance;
    private final List<EnumType> enums;
    private final List<String> lines = new ArrayList<>();

    /** @param enums as they are wanted */
    LeftProperties(Provenance provenance, List<EnumType> enums) {
        this.provenance = provenance;
        this.enums = enums;
    }

    /** One line each, such as {@code default of users.created}. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /**
     * The wanted table with what the present one keeps.
     *
     * @param lost columns that go: a formula over them can't stay
     */
    Table addedTo(Table present, Table wanted, ColumnUse lost) {
        return wanted.withColumns(wanted.columns().stream()
                        .map(column -> present.column(column.name())
                                .map(from -> column(present, from, column, lost))
                                .orElse(column))
                        .toList())
                .withConstraints(wanted.constraints().stream()
                        .map(constraint -> served(present, wanted, constraint).orElse(constraint))
                        .toList())
                .comment(comment(present, wanted));
    }

    private @Nullable String comment(Table present, Table wanted) {
        return wanted.comment() == null
                        && present.comment() != null
                        && !provenance.covers(present.name(), Table::comment)
                ? kept("comment on " + present.name(), present.comment())
                : wanted.comment();
    }

    private Column column(Table table, Column from, Column to, ColumnUse lost) {
        String name = table.name() + "." + from.name();
        Column kept = to;
        if (to.comment() == null && stays(table, from, Column::comment)) {
            kept = kept.comment(kept("comment on " + name, from.comment()));
        }
        Identity generator = from.generator();
        if (generator != null
                && isPlainIdentity(to)
                && !isPlainIdentity(from)
                && stays(table, from, column -> isPlainIdentity(column) ? null : column.generator())) {
            // Without the bounds that follow from the old type.
            kept = kept.identity(kept(
                    "options of the identity " + name,
                    generator.with(
                            generator.options().type(from.type()).concise().type(null))));
        }
        boolean isPlain = to.defaultExpression() == null && to.generated() == null && to.generator() == null;
        // Nobody but its owner can say what it comes to in a type of another kind.
        if (!isPlain || !TypeFamily.convertsByItself(from.type(), to.type())) {
            return kept;
        }
        if (!isLostValue(from) && stays(table, from, Column::defaultExpression)) {
            kept = kept.defaultExpression(kept("default of " + name, from.defaultExpression()));
        }
        Generated formula = from.generated();
        if (formula != null && !lost.in(formula.expression()) && stays(table, from, Column::generated)) {
            kept = kept.generated(kept("formula of " + name, formula));
        }
        return to.collation() == null && isString(from) && isString(to) && stays(table, from, Column::collation)
                ? kept.collation(kept("collation of " + name, from.collation()))
                : kept;
    }

    /** Whether its default is a value that its type is to have no longer. */
    private boolean isLostValue(Column column) {
        Expression expression = column.defaultExpression();
        return expression != null
                && Constant.of(expression)
                        .filter(constant -> enums.stream()
                                .anyMatch(type -> EnumDiff.isOf(column.type(), type.name())
                                        && !type.values().contains(constant.text())))
                        .isPresent();
    }

    /** Whether it numbers rows as mappings say, which have no words for more. */
    private static boolean isPlainIdentity(Column column) {
        return ColumnDiff.counts(column).equals(ColumnDiff.counts(column.identity()));
    }

    private static boolean isString(Column column) {
        return TypeFamily.of(column.type()) == TypeFamily.STRING;
    }

    private boolean stays(Table table, Column column, Provenance.Property<Column> property) {
        return property.of(column) != null && !provenance.covers(table.name(), column, property);
    }

    private <T> @Nullable T kept(String line, @Nullable T property) {
        lines.add(line);
        return property;
    }

    /** The wanted sequence with how the present one counts beyond its step, which is all that mappings say of one. */
    Sequence addedTo(Sequence present, Sequence wanted) {
        SequenceOptions more = beyondStep(present);
        SequenceOptions declared = wanted.options().concise();
        if (more.equals(SequenceOptions.DEFAULT)
                || !beyondStep(wanted).equals(SequenceOptions.DEFAULT)
                || goesUp(present) != goesUp(wanted)
                || provenance.covers(present, made -> !beyondStep(made).equals(SequenceOptions.DEFAULT))) {
            return wanted;
        }
        lines.add("options of the sequence " + present.name());
        return wanted.options(new SequenceOptions(
                declared.type(),
                present.options().resolved().start(), // The declared one may lie out of its bounds.
                declared.increment(),
                more.min(),
                more.max(),
                more.cache(),
                more.cycle()));
    }

    private static SequenceOptions beyondStep(Sequence sequence) {
        SequenceOptions options = sequence.options().concise();
        return new SequenceOptions(null, null, null, options.min(), options.max(), options.cache(), options.cycle());
    }

    private static boolean goesUp(Sequence sequence) {
        Long step = sequence.options().increment();
        return step == null || step > 0;
    }

    /** Another owner's key of the same columns to the same ones: no second key beside it. */
    private Optional<Constraint> served(Table present, Table wanted, Constraint declared) {
        if (present.constraints().contains(declared) || !bare(declared).equals(declared)) {
            return Optional.empty();
        }
        Optional<Constraint> serving = present.constraints().stream()
                .filter(key -> !bare(key).equals(key))
                .filter(key -> Undeclared.inAnyOrder(bare(key)).equals(Undeclared.inAnyOrder(declared)))
                .filter(key -> !provenance.covers(present.name(), key, made -> hasMore(made, key)))
                .findFirst();
        serving.ifPresent(key -> lines.add(
                String.join(" ", peculiarities(key)) + " of constraint " + key.name() + " on " + present.name()));
        return serving.map(key -> GeneratedNames.isGenerated(wanted, declared) ? key : key.named(declared.name()));
    }

    private static List<String> peculiarities(Constraint constraint) {
        return constraint instanceof ForeignKey key
                ? KeyText.peculiarities(key)
                : constraint instanceof Unique unique ? KeyText.peculiarities(unique) : List.of();
    }

    /** Whether this history gave its key more than entities say, or its rows have been looked at since. */
    private static boolean hasMore(Constraint made, Constraint present) {
        return !bare(made).equals(made)
                || (made instanceof ForeignKey key
                        && present instanceof ForeignKey found
                        && key.validity() != found.validity());
    }

    private static Constraint bare(Constraint constraint) {
        if (constraint instanceof Unique unique) {
            return new Unique(
                    unique.name(),
                    unique.columns(),
                    unique.include(),
                    false,
                    unique.isWithoutOverlaps(),
                    Deferral.NOT_DEFERRABLE);
        }
        return constraint instanceof ForeignKey key ? bare(key) : constraint;
    }

    /** The key as entities declare one that they say nothing more of. */
    private static ForeignKey bare(ForeignKey key) {
        return new ForeignKey(
                key.name(),
                key.columns(),
                key.target(),
                key.targetColumns(),
                Action.NO_ACTION,
                List.of(),
                Action.NO_ACTION,
                Match.SIMPLE,
                Deferral.NOT_DEFERRABLE,
                Validity.VALID,
                key.hasPeriod());
    }
}
