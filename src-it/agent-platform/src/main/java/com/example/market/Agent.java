package com.example.market;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
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
        indexes = {
            @Index(name = "ix_agents_organization_id", columnList = "organization_id"),
            @Index(name = "ix_agents_author_id", columnList = "author_id"),
            @Index(name = "ix_agents_state", columnList = "state"),
            @Index(name = "ix_agents_name", columnList = "name")
        })
class Agent {

    @Id
    @ColumnDefault("gen_random_uuid()")
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "organization_id", foreignKey = @ForeignKey(name = "agents_organization_id_fkey"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    private Organization organization;

    @ManyToOne(optional = false)
    @JoinColumn(name = "author_id", foreignKey = @ForeignKey(name = "agents_author_id_fkey"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    private User author;

    @ManyToOne
    @JoinColumn(name = "reviewer_id", foreignKey = @ForeignKey(name = "agents_reviewer_id_fkey"))
    @OnDelete(action = OnDeleteAction.SET_NULL)
    private User reviewer;

    @Column(nullable = false, length = 100)
    private String name;

    @Column(columnDefinition = "text")
    private String summary;

    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    @ColumnDefault("'{}'")
    private Map<String, String> settings;

    @Column(nullable = false, length = 20)
    @ColumnDefault("'draft'")
    private String state;

    @Column(precision = 10, scale = 2)
    private BigDecimal price;

    @Enumerated
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(nullable = false, columnDefinition = "agentkind")
    @ColumnDefault("'ASSISTANT'")
    private AgentKind kind;

    @Column(name = "created_at", nullable = false)
    @ColumnDefault("now()")
    private Instant createdAt;
}
