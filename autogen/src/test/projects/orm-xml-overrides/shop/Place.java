package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "never_this")
public class Place {
    @Id
    Long id;

    @Column(name = "never_that", nullable = false)
    String name;
}
