package dev.migrate.autogen.jpa.model.hierarchies;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Customer {
    @Id
    Long id;
}
