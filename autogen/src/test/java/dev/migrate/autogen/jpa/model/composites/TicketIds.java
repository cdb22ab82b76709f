package dev.migrate.autogen.jpa.model.composites;

import java.util.UUID;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.id.IdentifierGenerator;

/** What {@link TicketId} means; Hibernate 6 instantiates public generators only. */
public class TicketIds implements IdentifierGenerator {
    private static final long serialVersionUID = 1L;

    @Override
    public Object generate(SharedSessionContractImplementor session, Object entity) {
        return UUID.randomUUID().toString();
    }
}
