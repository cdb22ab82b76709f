package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
public class Driver {
    @Id
    Long id;

    String firstName;

    @ManyToOne
    Vehicle drives;
}
