package com.example;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;

@Entity
@Table(
        name = "orders",
        indexes = @Index(name = "ux_orders_reference", columnList = "reference", unique = true))
public class Order {

    @Id
    private long id;

    @Column(nullable = false, length = 20)
    private String code;

    @Column(length = 20)
    private String reference;
}
