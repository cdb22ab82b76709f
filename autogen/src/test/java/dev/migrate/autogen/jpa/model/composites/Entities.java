package dev.migrate.autogen.jpa.model.composites;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.CompositeType;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.IdGeneratorType;
import org.hibernate.annotations.SQLJoinTableRestriction;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.spi.ValueAccess;
import org.hibernate.usertype.CompositeUserType;

record Money(BigDecimal amount, Currency currency) {}

class MoneyType implements CompositeUserType<Money> {

    static class Parts {
        BigDecimal amount;
        Currency currency;
    }

    @Override
    public Object getPropertyValue(Money component, int property) {
        return property == 0 ? component.amount() : component.currency();
    }

    @Override
    public Money instantiate(ValueAccess values, SessionFactoryImplementor factory) {
        return new Money(values.getValue(0, BigDecimal.class), values.getValue(1, Currency.class));
    }

    @Override
    public Class<?> embeddable() {
        return Parts.class;
    }

    @Override
    public Class<Money> returnedClass() {
        return Money.class;
    }

    @Override
    public boolean equals(Money x, Money y) {
        return Objects.equals(x, y);
    }

    @Override
    public int hashCode(Money x) {
        return Objects.hashCode(x);
    }

    @Override
    public Money deepCopy(Money value) {
        return value;
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public Serializable disassemble(Money value) {
        return value.amount();
    }

    @Override
    public Money assemble(Serializable cached, Object owner) {
        return new Money((BigDecimal) cached, null);
    }

    @Override
    public Money replace(Money detached, Money managed, Object owner) {
        return detached;
    }
}

@IdGeneratorType(TicketIds.class)
@Retention(RUNTIME)
@Target(FIELD)
@interface TicketId {}

@Entity
class Ticket {
    @Id
    @TicketId
    @Column(length = 36)
    String id;

    @CompositeType(MoneyType.class)
    @AttributeOverride(name = "amount", column = @Column(name = "price", precision = 12, scale = 2, nullable = false))
    @AttributeOverride(name = "currency", column = @Column(name = "price_currency", length = 3))
    Money price;

    @ElementCollection
    @CompositeType(MoneyType.class)
    @CollectionTable(name = "ticket_fees")
    @MapKeyColumn(name = "fee", length = 12)
    Map<String, Money> fees;

    @ColumnTransformer(read = "upper(seat)", write = "lower(?)")
    @Column(nullable = false)
    String seat;

    @Formula("(select count(*) from ticket_fees f where f.ticket_id = id)")
    int feeCount;

    @TenantId
    @Column(name = "organization", length = 12)
    String tenant;
}

@Embeddable
record Warehouse(
        @Column(name = "warehouse_code", length = 5) String code,
        @Column(name = "warehouse_hall") int hall) implements Serializable {}

@Embeddable
record ShelfId(
        Warehouse warehouse, @Column(name = "shelf_row") int row) implements Serializable {}

@Entity
@Table(name = "shelves")
class Shelf {
    @EmbeddedId
    ShelfId id;

    @OneToMany(mappedBy = "shelf")
    @SQLRestriction("broken = false")
    Set<Box> boxes;
}

@Embeddable
record BoxId(ShelfId shelf, int number) implements Serializable {}

@Entity
@SQLRestriction("broken = false")
class Box {
    @EmbeddedId
    BoxId id;

    @MapsId("shelf")
    @ManyToOne
    Shelf shelf;

    boolean broken;

    @ManyToMany
    @JoinTable(name = "box_tickets", inverseJoinColumns = @JoinColumn(name = "ticket"))
    @SQLJoinTableRestriction("ticket <> ''")
    @OrderColumn(name = "position", nullable = false)
    List<Ticket> tickets;
}

@Embeddable
class Name {
    @Column(length = 30, nullable = false)
    String given;

    String family;
}

@Embeddable
class Contact {
    @Embedded
    Name name;

    @ElementCollection
    @AttributeOverride(name = "given", column = @Column(name = "nick", length = 10))
    @AttributeOverride(name = "family", column = @Column(name = "nick_family"))
    List<Name> nicks;
}

@Entity
class Guest {
    @Id
    Long id;

    @AttributeOverride(name = "name.given", column = @Column(name = "given_name", length = 50))
    Contact contact;

    @ElementCollection
    @AttributeOverride(name = "key.given", column = @Column(name = "of_given"))
    @AttributeOverride(name = "key.family", column = @Column(name = "of_family"))
    @AttributeOverride(name = "value.hall", column = @Column(name = "at_hall"))
    Map<Name, Warehouse> stored;
}
