package com.example.agents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(
        name = "tenants",
        indexes = @Index(name = "ix_tenants_plan", columnList = "plan"),
        uniqueConstraints = @UniqueConstraint(name = "uq_tenants_slug", columnNames = "slug"))
@Comment("A customer of the platform, whose data no other customer sees")
public class Tenant {

    @Id
    @GeneratedValue
    private UUID id;

    @Column(nullable = false, length = 200)
    private String name;

    @Column(nullable = false, length = 63)
    @Comment("The name in URLs")
    private String slug;

    @Column(nullable = false, length = 20)
    @ColumnDefault("'free'")
    private String plan;

    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    @ColumnDefault("'{}'")
    private Map<String, String> settings;

    @Column(nullable = false)
    @ColumnDefault("true")
    private boolean active;

    @Column(name = "created_at", nullable = false)
    @ColumnDefault("now()")
    private Instant createdAt;
}
