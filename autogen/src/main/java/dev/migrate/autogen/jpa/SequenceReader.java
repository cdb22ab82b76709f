package dev.migrate.autogen.jpa;

import dev.migrate.schema.Sequence;

/** Reads sequences, with what Hibernate's export adds for one that starts beyond PostgreSQL's default bound. */
final class SequenceReader {

    private final OfflineHibernate hibernate;
    private final SqlNames names;

    SequenceReader(OfflineHibernate hibernate, SqlNames names) {
        this.hibernate = hibernate;
        this.names = names;
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
