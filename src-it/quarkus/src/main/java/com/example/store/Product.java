package com.example.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Product {

    @Id
    public Long id;

    public String name;
}
