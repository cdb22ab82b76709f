package com.example.other;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

@Entity
public class NotScanned {
    @Id
    @GeneratedValue
    private Long id;

    private String displayName;
}
