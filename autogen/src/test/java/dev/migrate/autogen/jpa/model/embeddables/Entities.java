package dev.migrate.autogen.jpa.model.embeddables;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.Parent;
import org.hibernate.annotations.Struct;

@Embeddable
class Place {
    @Column(name = "place_name", length = 80)
    String name;

    Coordinates coordinates;

    @ManyToOne
    Region region;
}

@Embeddable
class Coordinates {
    @Column(nullable = false)
    double latitude;

    double longitude;
}

@Embeddable
record Interval(LocalDate begins, LocalDate ends) {}

@Embeddable
record Amount(
        @Column(precision = 12, scale = 2, nullable = false) BigDecimal units, String currency) {}

@MappedSuperclass
class Labelled {
    @Column(length = 10)
    String label;
}

@Embeddable
class Tag extends Labelled {
    String value;
}

@Embeddable
class Pair<T> {
    @Column(name = "first_one")
    String first;

    @Parent
    Pairs owner;

    public Pairs getOwner() {
        return owner;
    }

    public void setOwner(Pairs owner) {
        this.owner = owner;
    }
}

@Entity
class Region {
    @Id
    Long id;

    Tag tag;
}

@Entity
class Journey {
    @Id
    Long id;

    @Embedded
    @AttributeOverride(name = "name", column = @Column(name = "origin_name", nullable = false))
    @AttributeOverride(name = "coordinates.latitude", column = @Column(name = "origin_lat"))
    @AttributeOverride(name = "coordinates.longitude", column = @Column(name = "origin_lon"))
    @AssociationOverride(
            name = "region",
            joinColumns = @JoinColumn(name = "origin_region"),
            foreignKey = @ForeignKey(name = "fk_origin"))
    Place origin;

    Place destination;

    Interval booked;

    @AttributeOverride(name = "begins", column = @Column(name = "real_begin"))
    @AttributeOverride(name = "ends", column = @Column(name = "real_end"))
    Interval travelled;

    Amount price;
}

@Entity
class Pairs {
    @Id
    Long id;

    Pair<String> pair;
}

@Embeddable
@Struct(name = "street_address")
class StreetAddress {
    String street;

    @Column(length = 12)
    String zip;

    int number;
}

@Embeddable
@Struct(
        name = "person_name",
        attributes = {"family", "given"})
class PersonName {
    String given;
    String family;
}

@Embeddable
@Struct(name = "contact_data")
class ContactData {
    PersonName name;
    StreetAddress address;
    LocalDate since;
}

@Entity
class Citizen {
    @Id
    Long id;

    @Column(nullable = false)
    StreetAddress home;

    /** Hibernate's own export loses a column that is called like an aggregate's attribute. */
    @Column(name = "full_name")
    PersonName name;

    ContactData contact;
}

@Embeddable
class Phone {
    @Column(nullable = false)
    String number;

    @Column(length = 3)
    String country;
}

@Embeddable
class PhoneBook {
    @ElementCollection
    List<Phone> phones;

    @ElementCollection
    @CollectionTable(name = "short_dials")
    @MapKeyColumn(name = "digit")
    Map<Integer, Phone> shortDials;

    @OneToMany
    @JoinColumn(name = "book_owner")
    Set<Region> regions;
}

@Entity
class Subscriber {
    @Id
    Long id;

    PhoneBook book;

    @ElementCollection
    @AttributeOverride(name = "value.number", column = @Column(name = "line"))
    @AttributeOverride(name = "key", column = @Column(name = "label", length = 20))
    Map<String, Phone> lines;
}
