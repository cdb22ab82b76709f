package dev.migrate.autogen.scratch;

import dev.migrate.autogen.diff.comparison.DomainLayers;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.EnumOperation.CreateEnum;
import dev.migrate.operation.ObjectOperation.CreateDomain;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Domain;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.Table;
import dev.migrate.schema.Validity;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The declared objects that tables refer to, in {@code pg_temp}: enum, composite and domain types, and sequences. */
final class ScratchTypes {

    private final Schema declared;
    private final ScratchNames names;

    ScratchTypes(Schema declared, ScratchNames names) {
        this.declared = declared;
        this.names = names;
    }

    /** Creates them for the rest of the session, and reads back what became of them. */
    Schema created(ScratchSession session) throws SQLException {
        List<ScratchPart> parts = new ArrayList<>();
        declared.enums()
                .forEach(type -> parts.add(ScratchPart.whole(
                        "enum " + type.name(),
                        new CreateEnum(type),
                        new CreateEnum(type.named(names.scratch(type.name())).comment(null)))));
        Set<String> texts = texts();
        for (Sequence sequence : declared.sequences()) {
            if (isPlain(sequence.options()) && texts.stream().noneMatch(text -> mayName(text, sequence))) {
                continue;
            }
            Sequence unowned = Sequence.of(names.scratch(sequence.name())).options(sequence.options());
            parts.add(ScratchPart.whole(
                    "sequence " + sequence.name(), new CreateSequence(sequence), new CreateSequence(unowned)));
        }
        session.create(parts);
        List<ScratchPart> nested = new ArrayList<>();
        // One over another, which the database has already, would be taken for one over that.
        new DomainLayers(declared.domains())
                .fromTheGround(declared.domains())
                .forEach(domain -> nested.add(ScratchPart.whole(
                        "domain " + domain.name(), new CreateDomain(domain), new CreateDomain(scratch(domain)))));
        CompositeType.nested(declared.auxiliaryObjects()).forEach(type -> nested.add(type.part(names)));
        session.createInAnyOrder(nested);
        return parts.isEmpty() && nested.isEmpty() ? Schema.EMPTY : session.readBack();
    }

    /** Whether a sequence counts upwards from one bound to the usual one, which needs no asking. */
    private static boolean isPlain(SequenceOptions options) {
        return options.type() == null
                && options.min() == null
                && options.max() == null
                && Stream.of(options.start(), options.increment(), options.cache())
                        .allMatch(number -> number == null || number > 0);
    }

    /** The SQL in which a sequence may be named. */
    private Set<String> texts() {
        Set<String> texts = new HashSet<>();
        for (Table table : declared.tables()) {
            for (Column column : table.columns()) {
                Expression byDefault = column.defaultExpression();
                if (byDefault != null) {
                    texts.add(byDefault.sql());
                }
                texts.add(column.type().sql());
            }
        }
        declared.domains().stream()
                .flatMap(domain -> Stream.ofNullable(domain.defaultExpression()))
                .forEach(byDefault -> texts.add(byDefault.sql()));
        declared.auxiliaryObjects().forEach(object -> texts.add(object.create()));
        return texts.stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> text.contains("val") || text.contains("regclass"))
                .collect(Collectors.toSet());
    }

    private static boolean mayName(String text, Sequence sequence) {
        return text.contains(sequence.name().name().toLowerCase(Locale.ROOT));
    }

    private Domain scratch(Domain domain) {
        Expression byDefault = domain.defaultExpression();
        List<Check> checks = new ArrayList<>();
        for (Check check : domain.checks()) {
            checks.add(new Check(
                    checkName(domain, check), names.toScratch(check.expression(), null), Validity.VALID, true));
        }
        return new Domain(
                names.scratch(domain.name()),
                names.toScratch(domain.type()),
                domain.nullable(),
                byDefault == null ? null : names.toScratch(byDefault, null),
                domain.collation(),
                checks,
                null);
    }

    /** Constraint names of a domain are its own. */
    private static String checkName(Domain domain, Check check) {
        return "c" + domain.checks().indexOf(check);
    }

    /** The declared sequences as the catalog has them. */
    List<Sequence> sequences(Schema readBack) {
        Map<Object, Sequence> read = new HashMap<>();
        readBack.sequences().forEach(sequence -> read.put(sequence.name(), sequence));
        List<Sequence> sequences = new ArrayList<>();
        for (Sequence sequence : declared.sequences()) {
            Sequence found = read.get(names.scratch(sequence.name()));
            sequences.add(sequence.options(found == null ? sequence.options().resolved() : found.options()));
        }
        return sequences;
    }

    /** The declared domains as the catalog has them. */
    List<Domain> domains(Schema readBack) {
        Map<Object, Domain> read = new HashMap<>();
        readBack.domains().forEach(domain -> read.put(domain.name(), domain));
        List<Domain> domains = new ArrayList<>();
        for (Domain domain : declared.domains()) {
            Domain found = read.get(names.scratch(domain.name()));
            domains.add(found == null ? domain : canonical(domain, found));
        }
        return domains;
    }

    /** The declared composite types as the catalog prints them; other objects as they are. */
    List<AuxiliaryObject> composites(List<AuxiliaryObject> objects, Schema readBack) {
        Map<String, AuxiliaryObject> read = new HashMap<>();
        readBack.auxiliaryObjects().forEach(object -> read.put(object.identity(), object));
        return objects.stream()
                .map(object -> CompositeType.of(object)
                        .flatMap(type -> Optional.ofNullable(
                                read.get("type " + SqlIdentifiers.quote(names.scratch(type.name())))))
                        .map(found -> object.printed(object.identity(), names.toReal(found.create())))
                        .orElse(object))
                .toList();
    }

    private Domain canonical(Domain domain, Domain read) {
        Expression byDefault = read.defaultExpression();
        Map<String, Check> printed = new HashMap<>();
        read.checks().forEach(check -> printed.put(String.valueOf(check.name()), check));
        List<Check> checks = new ArrayList<>();
        for (Check check : domain.checks()) {
            Check found = printed.getOrDefault(checkName(domain, check), check);
            checks.add(check.expression(names.toReal(check.expression(), found.expression())));
        }
        return new Domain(
                domain.name(),
                names.toReal(read.type()),
                read.nullable(),
                byDefault == null ? null : names.toReal(names.orElse(domain.defaultExpression(), byDefault), byDefault),
                read.collation(),
                checks,
                domain.comment());
    }
}
