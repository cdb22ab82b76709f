package dev.migrate.autogen.jpa.model.names;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.hibernate.annotations.Comment;

@Entity
@Table(name = "\"Order\"", indexes = @Index(name = "IX_Order_User", columnList = "\"userName\""))
@Comment("it''s an order")
class Order {
    @Id
    @GeneratedValue(generator = "ids")
    @SequenceGenerator(
            name = "ids",
            schema = "ledger",
            sequenceName = "order_ids",
            allocationSize = 1,
            initialValue = 0)
    Long id;

    @Column(name = "`group`")
    String group;

    @Column(name = "\"userName\"")
    String userName;

    @Column(name = "mixedCase")
    String mixedCase;
}

@Entity
@Table(schema = "ledger", name = "entries")
class Entry {
    @Id
    Long id;

    @ManyToOne(optional = false)
    Order order;

    @ManyToOne
    @JoinColumn(name = "a_name_so_long_that_postgresql_will_certainly_cut_it_because_of_its_limit")
    Plain plain;
}

@Entity
@Table(schema = "public", name = "plain")
class Plain {
    @Id
    Long id;

    @ManyToOne
    AClassWhoseNameIsLongerThanWhatPostgresqlAllowsForTheNameOfATableOrAnythingElse other;
}

@Entity
class AClassWhoseNameIsLongerThanWhatPostgresqlAllowsForTheNameOfATableOrAnythingElse {
    @Id
    Long id;

    @Column(unique = true)
    String anAttributeWithQuiteALongName;
}
