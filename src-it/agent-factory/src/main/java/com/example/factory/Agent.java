package com.example.factory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;

@Entity
@Table(
        name = "agents",
        indexes = @Index(name = "ix_agents_operational_status", columnList = "operational_status"))
class Agent {

    @Id
    @ColumnDefault("gen_random_uuid()")
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "tenant_id", foreignKey = @ForeignKey(name = "fk_agents_tenant"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    private Tenant tenant;

    @Column(nullable = false, length = 100)
    private String name;

    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    @ColumnDefault("'{}'")
    @Comment("Model, temperature, tools")
    private Map<String, String> configuration;

    @Column(name = "operational_status", nullable = false, length = 50)
    @ColumnDefault("'active'")
    @Comment("Operational status of the agent")
    private String operationalStatus;
}
