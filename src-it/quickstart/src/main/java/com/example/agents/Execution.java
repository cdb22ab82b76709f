package com.example.agents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;

@Entity
@Table(
        name = "executions",
        indexes = {
            @Index(name = "ix_executions_agent_started", columnList = "agent_version_id, started_at"),
            @Index(name = "ix_executions_status", columnList = "status")
        })
public class Execution {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agent_version_id", foreignKey = @ForeignKey(name = "fk_executions_agent_version"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    private AgentVersion agentVersion;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    @ColumnDefault("'QUEUED'")
    private ExecutionStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private Map<String, String> input;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> output;

    @Column(length = 2000)
    private String error;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Column(name = "cost_usd", precision = 12, scale = 6, nullable = false)
    @ColumnDefault("0")
    private BigDecimal costUsd;
}
