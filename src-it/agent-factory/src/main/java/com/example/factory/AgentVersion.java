package com.example.factory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Table(
        name = "agent_versions",
        uniqueConstraints =
                @UniqueConstraint(name = "uq_agent_versions_number", columnNames = {"agent_id", "number"}))
class AgentVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "agent_id", foreignKey = @ForeignKey(name = "fk_agent_versions_agent"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    private Agent agent;

    @Column(nullable = false)
    private int number;

    @Column(columnDefinition = "text", nullable = false)
    private String prompt;
}
