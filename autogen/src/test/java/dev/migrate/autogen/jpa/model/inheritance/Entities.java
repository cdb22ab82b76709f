package dev.migrate.autogen.jpa.model.inheritance;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.LocalDate;

@MappedSuperclass
abstract class Base {
    @Id
    @GeneratedValue
    Long id;

    @Version
    int version;
}

@Entity
@Inheritance
@DiscriminatorColumn(name = "kind", length = 20)
@DiscriminatorValue("none")
class Animal extends Base {
    @Column(nullable = false)
    String name;
}

@Entity
@DiscriminatorValue("dog")
class Dog extends Animal {
    @Column(nullable = false)
    boolean barks;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Vehicle extends Base {
    String plate;
}

@Entity
class Truck extends Vehicle {
    int axles;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Document {
    @Id
    Long id;

    String title;
}

@Entity
class Invoice extends Document {
    LocalDate due;
}

@Entity
class Letter extends Document {
    String recipient;
}
