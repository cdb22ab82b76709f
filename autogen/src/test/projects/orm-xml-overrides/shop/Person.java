package shop;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;

@MappedSuperclass
public class Person {
    @Id
    Long id;

    LocalDate born;
}
