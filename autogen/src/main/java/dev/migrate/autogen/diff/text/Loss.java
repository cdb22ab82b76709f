package dev.migrate.autogen.diff.text;

import dev.migrate.autogen.diff.comparison.CompositeChange;
import dev.migrate.autogen.diff.comparison.Conversion;
import dev.migrate.autogen.diff.comparison.FlagLetters;
import dev.migrate.autogen.diff.comparison.OfferedCode;
import dev.migrate.autogen.diff.comparison.OneElement;
import dev.migrate.autogen.diff.comparison.TypeFamily;
import dev.migrate.autogen.diff.dependency.RowDocuments;
import dev.migrate.autogen.diff.meaning.EnumConversion;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.ChangeMeanings;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.DropAuxiliaryObject;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SequenceOperation.DropSequence;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.MeaningColumn.Kind;
import dev.migrate.schema.StoredValue;
import dev.migrate.schema.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an operation destroys that its inverse cannot bring back, said in a sentence. */
public final class Loss {

    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");

    /** What their digits need, in the same order. */
    private static final List<Type> DIGITS =
            List.of(new Type("numeric(5,0)"), new Type("numeric(10,0)"), new Type("numeric(19,0)"));

    /** Of one kind, where each value of the first is one of the second. */
    private static final Set<String> EXACT =
            Set.of("smallint to real", "smallint to double precision", "integer to double precision", "jsonb to json");

    /** The characters of the longest bigint, with its sign. */
    private static final int BIGINT_LENGTH = 20;

    private Loss() {}

    /** The sentence; empty if nothing is lost. */
    public static Optional<String> of(Operation operation) {
        return of(operation, false);
    }

    /** @param required whether rows that the operation fails for are looked for before */
    public static Optional<String> of(Operation operation, boolean required) {
        if (operation instanceof DropTable drop) {
            return Optional.of("The rows of " + drop.table().name() + " are lost.");
        }
        if (operation instanceof DropColumn drop && drop.column().generated() == null) {
            return Optional.of(
                    "The values of " + drop.table() + "." + drop.column().name() + " are lost.");
        }
        if (operation instanceof DropSequence drop) {
            return Optional.of("Where " + drop.sequence().name() + " had counted to is lost.");
        }
        if (operation instanceof ChangeMeanings change && !change.removed().isEmpty()) {
            return removedConstants(change, required);
        }
        if (operation instanceof ChangeEnum change) {
            return required ? Optional.empty() : removedValues(change);
        }
        if (operation instanceof CreateAuxiliaryObject change) {
            return droppedAttributes(change.object(), change.object().create());
        }
        if (operation instanceof DropAuxiliaryObject undone) {
            return droppedAttributes(undone.object(), undone.object().drop());
        }
        return operation instanceof ChangeColumn change ? conversion(change, required) : Optional.empty();
    }

    private static Optional<String> droppedAttributes(AuxiliaryObject object, String statement) {
        List<String> attributes = CompositeChange.dropped(statement);
        if (attributes.isEmpty() && CompositeChange.reorders(statement)) {
            return Optional.of("Gives the attributes of " + CompositeChange.name(object)
                    + " their places, by which Hibernate reads and writes them: no value is lost.");
        }
        return attributes.isEmpty()
                ? Optional.empty()
                : Optional.of("The values of " + String.join(" and ", attributes) + " in all columns of the type "
                        + CompositeChange.name(object) + " are lost.");
    }

    private static Optional<String> removedConstants(ChangeMeanings change, boolean required) {
        List<String> removed =
                change.removed().stream().map(StoredValue::meaning).toList();
        List<StoredValue> added = change.inverse().removed();
        String column = change.table() + "." + change.column();
        boolean isOrdinal = change.kind() == Kind.ORDINALS;
        Optional<String> entities = isOrdinal
                ? Optional.empty()
                : Optional.of("Rows of " + String.join(" and ", removed) + " in " + change.table()
                        + " can't be read any more: the upgrade is refused while there is one.");
        Optional<String> failure = Optional.of("Fails, and changes nothing, while a row has "
                        + String.join(" or ", removed) + " in " + column + ".")
                .filter(sentence -> !required && isOrdinal);
        Optional<String> renaming = added.stream()
                .findFirst()
                .map(first -> "If " + (isOrdinal ? "a constant" : "an entity")
                        + " is only called differently, write this revision again with -Dmigrate.rename=" + column + "."
                        + removed.get(0) + ":" + first.meaning() + ".");
        String sentences =
                Stream.of(entities, failure, renaming).flatMap(Optional::stream).collect(Collectors.joining(" "));
        return Optional.of(sentences).filter(text -> !text.isEmpty());
    }

    private static Optional<String> removedValues(ChangeEnum change) {
        List<String> removed = change.from().values().stream()
                .filter(value -> !change.to().values().contains(value)
                        && !change.mapping().containsKey(value))
                .map(value -> "'" + value + "'")
                .toList();
        return removed.isEmpty()
                ? Optional.empty()
                : Optional.of("Fails while a row holds " + String.join(" or ", removed) + " of "
                        + change.from().name()
                        + ": give such rows another value first, or map it.");
    }

    private static Optional<String> conversion(ChangeColumn change, boolean required) {
        Type from = change.from().type();
        Type to = change.to().type();
        String column = change.from().name();
        String becomes = ": " + from + " becomes " + to + ".";
        String inUtc = OfferedCode.inLiteral(TypeFamily.inUtc(SqlIdentifiers.quote(column), from));
        if (TypeFamily.readsTimeZone(from, to)) {
            return Optional.of("Reads each value of " + change.table() + "." + column + " in the session's time zone"
                    + kept(from, to) + becomes + " For another zone: type(..., \"" + inUtc + "\").");
        }
        if (TypeFamily.writesTimeZone(from, to)) {
            return Optional.of("Writes each value of " + change.table() + "." + column + " in the session's time zone"
                    + becomes + " For another zone: type(..., \"" + inUtc + "\").");
        }
        if (TypeFamily.parsesTimeZone(from, to)) {
            return Optional.of("Fails where a value of " + change.table() + "." + column
                    + " is no time, and reads one that names no time zone in the session's" + becomes
                    + " For another zone, if no value names one: type(..., \""
                    + OfferedCode.column(column) + "::timestamp AT TIME ZONE 'UTC'\").");
        }
        if (EnumConversion.isWritten(change)
                || FlagLetters.areDeclared(change)
                || RowDocuments.makesDocuments(change)) {
            return Optional.empty();
        }
        if (RowDocuments.makesRows(change)) {
            return Optional.of("Leaves out what a document in " + change.table() + "." + column
                    + " has by a name that " + to + " has no attribute of, and fails where a value does not fit"
                    + becomes);
        }
        Optional<Conversion> way = Conversion.between(from, to);
        if (way.isPresent()) {
            return way.get().isNarrowing()
                    ? Narrowing.of(change.table() + "." + column, from, to, required)
                            .map(sentence -> sentence + becomes)
                    : way.get().loss(change.table().toString(), column, becomes);
        }
        boolean isOneElement = OneElement.conversion(SqlIdentifiers.quote(column), from, to)
                .filter(sql -> sql.equals(change.using()))
                .isPresent();
        if (isOneElement && !isNarrower(TypeFamily.element(from), TypeFamily.element(to))) {
            return Optional.of(OneElement.loss(change.table() + "." + column, from, to)
                    + becomes
                    + OneElement.otherwise(OfferedCode.column(column), from));
        }
        String value = "value of " + change.table() + "." + column;
        if (isNarrower(from, to)) {
            return Narrowing.of(
                            change.table() + "." + column,
                            isOneElement ? TypeFamily.element(from) : from,
                            isOneElement ? TypeFamily.element(to) : to,
                            required && names(change).isEmpty())
                    .map(sentence -> sentence + becomes + names(change));
        }
        return isOrdinal(from) && TypeFamily.of(to) == TypeFamily.STRING
                ? Optional.of("Writes the digits of each " + value + becomes + names(change))
                : Optional.empty();
    }

    /** What stays of a moment. */
    private static String kept(Type from, Type to) {
        if (to.sql().equals("date")) {
            return ", and keeps only its day";
        }
        return TypeFamily.of(from) == TypeFamily.of(to) ? "" : ", and keeps only its time of day";
    }

    /** What Hibernate stores the ordinal of an enum's constant in, and hardly anything else. */
    private static boolean isOrdinal(Type type) {
        return type.sql().equals("smallint");
    }

    /** How ordinals become what an enum's constants are called, and these become ordinals. */
    private static String names(ChangeColumn change) {
        Type from = change.from().type();
        Type to = change.to().type();
        String column = OfferedCode.column(change.from().name());
        if (TypeFamily.of(from) == TypeFamily.STRING && isOrdinal(to)) {
            return " For the ordinals of an enum's constants: type(..., \"array_position(ARRAY['FIRST', 'SECOND'], "
                    + column + "::text) - 1\").";
        }
        return isOrdinal(from) && TypeFamily.of(to) == TypeFamily.STRING
                ? " For the names of an enum's constants: type(..., \"(ARRAY['FIRST', 'SECOND'])[" + column
                        + " + 1]\")."
                : "";
    }

    private static boolean isNarrower(Type from, Type to) {
        if (from.equals(to)) {
            return false;
        }
        if (TypeFamily.isArray(from) && TypeFamily.isArray(to)) {
            return isNarrower(TypeFamily.element(from), TypeFamily.element(to));
        }
        if (INTEGERS.contains(from.sql()) && INTEGERS.contains(to.sql())) {
            return INTEGERS.indexOf(to.sql()) < INTEGERS.indexOf(from.sql());
        }
        if (from.base().equals(to.base())) {
            return TypeFamily.hasModifiersOfItsOwn(to) || to.isTighterThan(from);
        }
        if (isWhole(from, to) || (from.sql().equals("date") && TypeFamily.of(to) == TypeFamily.TIMESTAMP)) {
            return false;
        }
        boolean anyString = TypeFamily.of(to) == TypeFamily.STRING
                && (to.modifiers().isEmpty()
                        || (INTEGERS.contains(from.sql()) && to.modifiers().get(0) >= BIGINT_LENGTH));
        return !anyString;
    }

    /** Whether a value has all of its digits in a number, or all of its characters in a string, of another kind. */
    private static boolean isWhole(Type from, Type to) {
        if (EXACT.contains(from + " to " + to)) {
            return true;
        }
        if (INTEGERS.contains(from.sql()) && to.base().equals("numeric")) {
            return !to.isTighterThan(DIGITS.get(INTEGERS.indexOf(from.sql())));
        }
        // A uuid is written with 36 characters.
        Type characters = from.sql().equals("uuid") ? new Type("character(36)") : from;
        return characters.base().equals("character")
                && to.base().equals("character varying")
                && !to.isTighterThan(characters);
    }
}
