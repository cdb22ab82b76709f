package dev.migrate.autogen.jpa.model.aggregates;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.Struct;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.View;
import org.hibernate.type.SqlTypes;

@Embeddable
class Contact {
    @Column(nullable = false)
    String mail;

    String phone;

    @Enumerated(EnumType.STRING)
    Kind kind;
}

enum Kind {
    WORK,
    HOME
}

@Embeddable
@Struct(name = "funds")
class Money {
    long amount;

    @Column(length = 3)
    String currency;
}

@Entity
@Table(name = "customers")
@SoftDelete
class Customer {
    @Id
    Long id;

    @TenantId
    String tenant;

    @JdbcTypeCode(SqlTypes.JSON)
    Contact contact;

    Money credit;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Kind favourite;
}

@Entity
@View(query = "select id, tenant from customers where not deleted")
@Table(name = "current_customers")
class CurrentCustomer {
    @Id
    Long id;

    String tenant;
}
