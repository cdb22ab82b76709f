package com.example.shop.model;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
public class OnlineShop {
    @Id
    @GeneratedValue
    private Long id;

    private String displayName;

    @ManyToOne
    private OnlineShop parentShop;
}
