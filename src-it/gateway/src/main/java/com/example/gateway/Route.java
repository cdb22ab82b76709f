package com.example.gateway;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;

@Entity
@Table(indexes = @Index(name = "ix_route_path", columnList = "path"))
class Route {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false)
    private Upstream upstream;

    @Column(nullable = false, length = 200)
    private String path;

    @Column(nullable = false, length = 10)
    @ColumnDefault("'GET'")
    private String method;

    @Column(nullable = false)
    @ColumnDefault("30")
    private int timeoutSeconds;

    @Column(columnDefinition = "text")
    private String description;
}
