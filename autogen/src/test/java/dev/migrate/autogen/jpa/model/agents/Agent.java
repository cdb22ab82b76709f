package dev.migrate.autogen.jpa.model.agents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;

@Entity
@Table(
        name = "agents",
        uniqueConstraints = @UniqueConstraint(columnNames = {"tenant_id", "name"}),
        indexes = {
            @Index(name = "ix_agents_status", columnList = "status, created_at desc"),
            @Index(columnList = "name")
        })
class Agent {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @OnDelete(action = OnDeleteAction.CASCADE)
    Tenant tenant;

    @Column(nullable = false)
    String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 50)
    @ColumnDefault("'IDLE'")
    Status status;

    @Enumerated
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Channel channel;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "settings")
    Map<String, Object> settings;

    @Column(precision = 12, scale = 4)
    BigDecimal budget;

    @Column(name = "created_at", nullable = false, updatable = false)
    @ColumnDefault("now()")
    Instant createdAt;

    @Column(columnDefinition = "text not null default ''")
    String notes;
}
