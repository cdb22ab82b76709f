package dev.migrate.autogen.scratch;

import dev.migrate.autogen.diff.comparison.DomainLayers;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.EnumOperation.CreateEnum;
import dev.migrate.operation.ObjectOperation.CreateDomain;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Check;
import dev.migrate.schema.Domain;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Validity;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        for (Sequence sequence : declared.sequences()) {
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
            sequences.add(found == null ? sequence : sequence.options(found.options()));
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
