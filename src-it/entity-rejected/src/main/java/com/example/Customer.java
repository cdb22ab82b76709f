package com.example;

import jakarta.persistence.Entity;

@Entity
public class Customer {
    private String name;
}
