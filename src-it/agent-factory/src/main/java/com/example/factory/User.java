package com.example.factory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Table(
        name = "users",
        uniqueConstraints =
                @UniqueConstraint(name = "uq_users_tenant_email", columnNames = {"tenant_id", "email"}))
class User {

    @Id
    @ColumnDefault("gen_random_uuid()")
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "tenant_id", foreignKey = @ForeignKey(name = "fk_users_tenant"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    private Tenant tenant;

    @Column(nullable = false, length = 320)
    private String email;

    @Column(nullable = false, length = 20)
    @ColumnDefault("'member'")
    private String role;
}
