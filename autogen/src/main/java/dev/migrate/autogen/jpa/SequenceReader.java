package dev.migrate.autogen.jpa;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import java.util.Optional;
import org.hibernate.id.enhanced.SequenceStructure;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.RootClass;

/** Reads sequences, with what Hibernate's export adds for one that starts beyond PostgreSQL's default bound. */
final class SequenceReader {

    private final OfflineHibernate hibernate;
    private final SqlNames names;

    SequenceReader(OfflineHibernate hibernate, SqlNames names) {
        this.hibernate = hibernate;
        this.names = names;
    }

    /** The sequence that numbers the entity's keys. */
    Optional<QualifiedName> numbering(RootClass entity) {
        // Embedded keys, and those of an association, are put together of what others number.
        return entity.getIdentifier() instanceof BasicValue
                        && HibernateVersions.generator(entity, hibernate) instanceof SequenceStyleGenerator numbers
                        && numbers.getDatabaseStructure() instanceof SequenceStructure structure
                ? Optional.of(name(structure, numbers))
                : Optional.empty();
    }

    /** The structure knows the name of a sequence that it has found or made. */
    private QualifiedName name(SequenceStructure structure, SequenceStyleGenerator numbers) {
        if (structure.getPhysicalName() == null) {
            numbers.registerExportables(hibernate.database());
        }
        return names.qualified(hibernate.naming().format(structure.getPhysicalName()));
    }

    Sequence read(org.hibernate.boot.model.relational.Sequence declared) {
        int start = declared.getInitialValue();
        int increment = declared.getIncrementSize();
        Sequence sequence = Sequence.of(names.qualified(hibernate.naming().format(declared.getName())))
                .start(start)
                .increment(increment);
        if (increment > 0 && start <= 0) {
            sequence = sequence.min(start);
        } else if (increment < 0 && start >= 0) {
            sequence = sequence.max(start);
        }
        return SequenceText.withOptions(sequence, HibernateVersions.options(declared));
    }
}
