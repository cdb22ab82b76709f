package dev.migrate.autogen.jpa.model.validation;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

interface OnlySometimes {}

@Entity
class Limits {
    @Id
    Long id;

    @NotNull
    String required;

    @NotEmpty
    String notEmpty;

    @NotBlank
    @Size(min = 2, max = 30)
    String name;

    @Size(max = 40)
    @Column(length = 20)
    String shorterColumn;

    @Size(max = 10)
    @Column(length = 50)
    String longerColumn;

    @org.hibernate.validator.constraints.Length(max = 12)
    String length;

    @Min(1)
    int min;

    @Max(value = 100)
    Integer max;

    @Min(5)
    @Max(9)
    long between;

    @org.hibernate.validator.constraints.Range(min = 10, max = 20)
    int range;

    @Positive
    int positive;

    @PositiveOrZero
    BigDecimal positiveOrZero;

    @Negative
    int negative;

    @DecimalMin("0.5")
    @DecimalMax(value = "99.5", inclusive = false)
    BigDecimal decimal;

    @Digits(integer = 6, fraction = 2)
    BigDecimal digits;

    @Digits(integer = 4, fraction = 0)
    int integral;

    @Email
    String mail;

    @Pattern(regexp = "[a-z]+")
    String pattern;

    @Past
    LocalDate past;

    @AssertTrue
    boolean accepted;

    @Null
    String nothing;

    @NotNull(groups = OnlySometimes.class)
    String sometimes;

    @Size(max = 3)
    List<String> words;

    @Size(max = 8)
    @Column(columnDefinition = "text")
    String defined;
}

@Embeddable
class Street {
    @NotNull
    String name;

    @Size(max = 5)
    String number;
}

@Entity
class Inhabitant {
    @Id
    @Size(max = 9)
    String id;

    @Valid
    @NotNull
    Street street;

    @AttributeOverride(name = "name", column = @Column(name = "second_name"))
    @AttributeOverride(name = "number", column = @Column(name = "second_number"))
    Street optional;

    @NotNull
    @ManyToOne
    Limits limits;

    @NotEmpty
    @ElementCollection
    Set<@NotNull @Size(max = 6) String> words;

    @ElementCollection
    List<@Valid Street> streets;

    @NotNull
    @OneToOne
    @JoinTable(name = "inhabitant_home")
    Limits home;
}

@Entity
class Animal {
    @Id
    Long id;
}

@Entity
class Dog extends Animal {
    @NotNull
    String bark;

    @Min(0)
    @NotNull
    Integer age;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Machine {
    @Id
    Long id;
}

@Entity
class Mill extends Machine {
    @NotNull
    @Size(max = 15)
    String grain;
}
