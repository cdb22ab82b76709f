package com.example;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Person {

    @Id
    Long id;

    @Column(name = "first_name", columnDefinition = "text")
    String firstName;

    @Column(name = "last_name", columnDefinition = "text")
    String lastName;
}
