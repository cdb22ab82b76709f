package com.example;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;

@Entity
@Table(name = "customers")
public class Customer {

    @Id
    private Long id;

    @Column(precision = 12, scale = 2)
    private BigDecimal credit;
}
