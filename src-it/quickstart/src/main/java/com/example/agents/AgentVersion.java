package com.example.agents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;

@Entity
@Table(
        name = "agent_versions",
        uniqueConstraints =
                @UniqueConstraint(name = "uq_agent_versions_number", columnNames = {"agent_id", "number"}))
public class AgentVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "agent_versions_seq")
    @SequenceGenerator(name = "agent_versions_seq", sequenceName = "agent_versions_seq", allocationSize = 20)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agent_id", foreignKey = @ForeignKey(name = "fk_agent_versions_agent"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    private Agent agent;

    @Column(nullable = false)
    @Check(name = "ck_agent_versions_number", constraints = "number > 0")
    private int number;

    @Column(nullable = false, columnDefinition = "text")
    private String prompt;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> parameters;

    @Column(name = "published_at")
    private Instant publishedAt;
}
