package dev.migrate.autogen.jpa.model.agents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;

@Entity
@Table(
        name = "tenants",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uq_tenants_region_slug",
                        columnNames = {"region", "slug"}))
@Comment("Who pays")
class Tenant {
    @Id
    @GeneratedValue(generator = "tenant_ids")
    @SequenceGenerator(name = "tenant_ids", sequenceName = "tenant_seq", initialValue = 1000, allocationSize = 20)
    Long id;

    @Column(nullable = false, unique = true, length = 100)
    String name;

    @Column(nullable = false)
    @Comment("The tenant''s short name")
    String slug;

    String region;

    @ColumnDefault("true")
    boolean active;
}
