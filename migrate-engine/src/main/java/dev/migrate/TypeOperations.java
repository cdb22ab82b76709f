package dev.migrate;

import dev.migrate.operation.CreateOption;
import dev.migrate.operation.DefinitionOperation.CreateObject;
import dev.migrate.operation.DefinitionOperation.DropObject;
import dev.migrate.operation.DefinitionOperation.DropObjectByReference;
import dev.migrate.operation.DomainAlteration;
import dev.migrate.operation.DomainOperation.AlterDomain;
import dev.migrate.operation.DropOption;
import dev.migrate.operation.EnumOperation.AddEnumValue;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.CreateEnum;
import dev.migrate.operation.EnumOperation.DropEnum;
import dev.migrate.operation.EnumOperation.RenameEnumValue;
import dev.migrate.operation.EnumOperation.Use;
import dev.migrate.operation.ObjectOperation.CreateDomain;
import dev.migrate.operation.ObjectOperation.DropByName;
import dev.migrate.operation.ObjectOperation.DropDomain;
import dev.migrate.operation.ObjectOperation.Kind;
import dev.migrate.operation.SequenceAlteration;
import dev.migrate.operation.SequenceOperation.AlterSequence;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.operation.SequenceOperation.DropSequence;
import dev.migrate.operation.SequenceOperation.GrantToInserters;
import dev.migrate.operation.SequenceOperation.RenameSequence;
import dev.migrate.operation.SequenceOperation.SetSequenceSchema;
import dev.migrate.schema.DatabaseObject.Cast;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ObjectReference.OfCast;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Type;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a migration says of enums, domains, casts and sequences. */
public interface TypeOperations extends OperationReceiver {

    // Enums

    /**
     * {@code CREATE TYPE … AS ENUM}. Locks nothing that anybody uses, and loses nothing.
     *
     * <pre>{@code op.createEnum(enumType("mood", "sad", "ok", "happy").comment("How an agent feels"));}</pre>
     */
    default void createEnum(EnumType type) {
        apply(new CreateEnum(type));
    }

    /**
     * {@code DROP TYPE}. With CASCADE, columns of the type are dropped, and their values are lost. Takes ACCESS
     * EXCLUSIVE on those tables, and otherwise locks nothing that anybody uses.
     *
     * <pre>{@code op.dropEnum("mood", IF_EXISTS);}</pre>
     */
    default void dropEnum(String type, DropOption... options) {
        apply(new DropByName(Kind.TYPE, QualifiedName.parse(type), options));
    }

    /**
     * {@code DROP TYPE} of an enum described so that the operation can be reversed. Fails while something is of the
     * type, and so loses no value and locks nothing that anybody uses.
     *
     * <pre>{@code op.dropEnum(enumType("mood", "sad", "ok", "happy"));}</pre>
     */
    default void dropEnum(EnumType type) {
        apply(new DropEnum(type));
    }

    /**
     * {@code ALTER TYPE … ADD VALUE} at the end. Instant, whatever the size of the tables. Runs outside a transaction,
     * so that what follows in the migration can use the value; PostgreSQL cannot take it away again. Loses nothing.
     *
     * <pre>{@code op.addEnumValue("mood", "ecstatic", IF_NOT_EXISTS);}</pre>
     */
    default void addEnumValue(String type, String value, CreateOption... options) {
        apply(new AddEnumValue(QualifiedName.parse(type), value, null, null, CreateOption.IF_NOT_EXISTS.in(options)));
    }

    /**
     * {@code ALTER TYPE … ADD VALUE … BEFORE}; otherwise as {@link #addEnumValue}.
     *
     * <pre>{@code op.addEnumValueBefore("mood", "meh", "ok");}</pre>
     */
    default void addEnumValueBefore(String type, String value, String before, CreateOption... options) {
        apply(new AddEnumValue(QualifiedName.parse(type), value, before, null, CreateOption.IF_NOT_EXISTS.in(options)));
    }

    /**
     * {@code ALTER TYPE … ADD VALUE … AFTER}; otherwise as {@link #addEnumValue}.
     *
     * <pre>{@code op.addEnumValueAfter("mood", "fine", "ok");}</pre>
     */
    default void addEnumValueAfter(String type, String value, String after, CreateOption... options) {
        apply(new AddEnumValue(QualifiedName.parse(type), value, null, after, CreateOption.IF_NOT_EXISTS.in(options)));
    }

    /**
     * {@code ALTER TYPE … RENAME VALUE}: rows that have the value have the new one. Instant. Loses nothing, but an
     * application that still uses the old value fails.
     *
     * <pre>{@code op.renameEnumValue("mood", "ok", "fine");}</pre>
     */
    default void renameEnumValue(String type, String value, String newValue) {
        apply(new RenameEnumValue(QualifiedName.parse(type), value, newValue));
    }

    /**
     * A new list of values. If it only adds, {@code ADD VALUE}; otherwise the type is replaced: the old one is renamed,
     * the new one created, each column in {@code uses} converted (its table is rewritten under ACCESS EXCLUSIVE), the
     * old one dropped. Rows keep their value; those whose value goes away get what {@code mapping} says, so that the
     * former one is lost, and without it the replacement fails and nothing is changed. The type keeps its owner and
     * privileges. Statements that sessions have prepared with the old one fail from then on, until these reconnect.
     *
     * <p>It fails before it changes anything if more depends on the type than {@code uses} names, and says what:
     * another column, a default, a view, a check or an index that mentions a value, a generated column, a domain, a
     * composite type, a function, a cast, a trigger, a policy, a foreign key. Drop these before it and create them
     * again after it, in the same migration. A column that is part of a partition key can't get another type: that
     * takes a new table.
     *
     * <pre>{@code
     * op.replaceEnum(
     *         enumType("mood", "sad", "ok", "happy"),
     *         enumType("mood", "unhappy", "happy"),
     *         Map.of("sad", "unhappy", "ok", "happy"),
     *         use("agents", "mood").defaultSql("'happy'"));
     * }</pre>
     */
    default void replaceEnum(EnumType from, EnumType to, Map<String, String> mapping, Use... uses) {
        apply(new ChangeEnum(from, to, new TreeMap<>(mapping), List.of(uses)));
    }

    // Domains and casts

    /**
     * {@code CREATE DOMAIN}. Locks nothing that anybody uses, and loses nothing.
     *
     * <pre>{@code op.createDomain(domain("email", text()).notNull().check("email_at", "VALUE LIKE '%@%'"));}</pre>
     */
    default void createDomain(Domain domain) {
        apply(new CreateDomain(domain));
    }

    /**
     * {@code ALTER DOMAIN}, a statement for each change. A new NOT NULL or check reads each table that has a column of
     * the domain, under SHARE: writes wait. No value is lost; the former default or check is.
     *
     * <pre>{@code op.alterDomain("email", domain -> domain.nullable().dropConstraint("email_at"));}</pre>
     */
    default void alterDomain(String domain, UnaryOperator<DomainAlteration> alteration) {
        apply(new AlterDomain(
                QualifiedName.parse(domain),
                alteration.apply(DomainAlteration.NONE).changes()));
    }

    /**
     * {@code DROP DOMAIN}. With CASCADE, columns of the domain are dropped, and their values are lost. Takes ACCESS
     * EXCLUSIVE on those tables, and otherwise locks nothing that anybody uses.
     *
     * <pre>{@code op.dropDomain("email");}</pre>
     */
    default void dropDomain(String domain, DropOption... options) {
        apply(new DropByName(Kind.DOMAIN, QualifiedName.parse(domain), options));
    }

    /**
     * {@code DROP DOMAIN} of a domain described so that the operation can be reversed. Fails while something is of the
     * domain, and so loses no value and locks nothing that anybody uses.
     *
     * <pre>{@code op.dropDomain(domain("email", text()));}</pre>
     */
    default void dropDomain(Domain domain) {
        apply(new DropDomain(domain));
    }

    /**
     * {@code CREATE CAST}. Hibernate 6.6 and later need one from varchar to each named enum, and back. Locks no table;
     * sessions use it from the commit on. Loses nothing.
     *
     * <pre>{@code op.createCast(cast(varchar(), type("mood"), "WITH INOUT AS IMPLICIT"));}</pre>
     */
    default void createCast(Cast cast) {
        apply(new CreateObject(cast));
    }

    /**
     * {@code DROP CAST}. No value is lost, and no table is locked; what relies on the cast fails from the commit on.
     *
     * <pre>{@code op.dropCast(varchar(), type("mood"), IF_EXISTS);}</pre>
     */
    default void dropCast(Type source, Type target, DropOption... options) {
        apply(new DropObjectByReference(new OfCast(source, target), options));
    }

    /**
     * {@code DROP CAST} of a cast described so that the operation can be reversed. No value is lost, and no table is
     * locked; what relies on the cast fails from the commit on.
     *
     * <pre>{@code op.dropCast(cast(varchar(), type("mood"), "WITH INOUT AS IMPLICIT"));}</pre>
     */
    default void dropCast(Cast cast) {
        apply(new DropObject(cast));
    }

    // Sequences

    /**
     * {@code CREATE SEQUENCE}. A column that owns it has to be there already. Locks nothing that anybody uses. Loses
     * nothing.
     *
     * <pre>{@code op.createSequence(sequence("order_seq").start(1_000).increment(50));}</pre>
     */
    default void createSequence(Sequence sequence) {
        apply(new CreateSequence(sequence));
    }

    /**
     * {@code ALTER SEQUENCE}, in one statement. Takes SHARE ROW EXCLUSIVE: {@code nextval} waits until the revision
     * commits. The former options are lost, and by a restart where it had counted to.
     *
     * <pre>{@code op.alterSequence("order_seq", sequence -> sequence.increment(100).noMax().ownedBy("orders", "id"));}</pre>
     */
    default void alterSequence(String sequence, UnaryOperator<SequenceAlteration> alteration) {
        apply(new AlterSequence(
                QualifiedName.parse(sequence),
                alteration.apply(SequenceAlteration.NONE).changes()));
    }

    /**
     * {@code DROP SEQUENCE}: where it had counted to is lost. Takes ACCESS EXCLUSIVE: {@code nextval} waits.
     *
     * <pre>{@code op.dropSequence("order_seq");}</pre>
     */
    default void dropSequence(String sequence, DropOption... options) {
        apply(new DropByName(Kind.SEQUENCE, QualifiedName.parse(sequence), options));
    }

    /**
     * {@code DROP SEQUENCE} of a sequence described so that the operation can be reversed, {@code IF EXISTS} if it is made
     * {@code IF NOT EXISTS}: where it had counted to is lost all the same. Takes ACCESS EXCLUSIVE: {@code nextval} waits.
     *
     * <pre>{@code op.dropSequence(sequence("order_seq").increment(50));}</pre>
     */
    default void dropSequence(Sequence sequence) {
        apply(new DropSequence(sequence));
    }

    /**
     * {@code ALTER SEQUENCE … RENAME TO}. Takes ACCESS EXCLUSIVE, briefly. Loses nothing, but an application that still
     * uses the old name fails.
     *
     * <pre>{@code op.renameSequence("order_seq", "orders_seq");}</pre>
     */
    default void renameSequence(String sequence, String newName) {
        apply(new RenameSequence(QualifiedName.parse(sequence), newName));
    }

    /**
     * {@code ALTER SEQUENCE … SET SCHEMA}, which PostgreSQL refuses for one that a column owns: that moves with its table.
     * Takes ACCESS EXCLUSIVE, briefly. Loses nothing, but an application that still looks for it in the old schema fails.
     *
     * <pre>{@code op.setSequenceSchema("order_seq", "shop");}</pre>
     */
    default void setSequenceSchema(String sequence, String schema) {
        apply(new SetSequenceSchema(QualifiedName.parse(sequence), schema));
    }

    /**
     * {@code ALTER SEQUENCE … SET SCHEMA} with the default schema, whatever that is called where it runs; otherwise as
     * {@link #setSequenceSchema}.
     *
     * <pre>{@code op.setSequenceSchemaToDefault("shop.order_seq");}</pre>
     */
    default void setSequenceSchemaToDefault(String sequence) {
        apply(new SetSequenceSchema(QualifiedName.parse(sequence), null));
    }

    /**
     * {@code GRANT USAGE ON SEQUENCE} to each role that may insert into one of the tables, or into some of its columns.
     * Nobody needs a right for an identity column; without one for the sequence that takes its place, the next insert is
     * refused. Which roles these are is asked where it runs. Instant; nothing is lost.
     *
     * <pre>{@code op.grantSequenceToInserters("orders_seq", "orders");}</pre>
     *
     * @param table the first whose rows the sequence numbers
     * @param more others
     */
    default void grantSequenceToInserters(String sequence, String table, String... more) {
        apply(new GrantToInserters(
                QualifiedName.parse(sequence),
                Stream.concat(Stream.of(table), Stream.of(more))
                        .map(QualifiedName::parse)
                        .toList()));
    }
}
