package dev.migrate.autogen.jpa.model.validated;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

@Entity
class Product {
    @Id
    Long id;

    @NotNull
    @Size(max = 80)
    String name;

    @NotBlank
    String code;

    @Min(1)
    @Max(99)
    int amount;

    @Digits(integer = 8, fraction = 3)
    BigDecimal price;
}
