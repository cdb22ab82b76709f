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
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.LocalDate;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Table(
        name = "tenant_usage_logs",
        uniqueConstraints =
                @UniqueConstraint(name = "uq_tenant_usage_logs_day", columnNames = {"tenant_id", "day"}))
public class TenantUsageLog {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "tenant_id", foreignKey = @ForeignKey(name = "fk_tenant_usage_logs_tenant"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    private Tenant tenant;

    @Column(name = "day", nullable = false)
    private LocalDate day;

    @Column(nullable = false)
    @ColumnDefault("0")
    @Check(name = "ck_tenant_usage_logs_executions", constraints = "executions >= 0")
    private long executions;

    @Column(nullable = false)
    @ColumnDefault("0")
    private long tokens;
}
