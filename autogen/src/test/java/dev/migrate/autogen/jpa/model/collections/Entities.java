package dev.migrate.autogen.jpa.model.collections;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

@Embeddable
class Address {
    String street;

    @Column(length = 10)
    String zip;
}

@Embeddable
class MembershipId implements Serializable {
    private static final long serialVersionUID = 1L;

    Long person;
    Long team;

    @Override
    public boolean equals(Object other) {
        return other instanceof MembershipId that
                && Objects.equals(person, that.person)
                && Objects.equals(team, that.team);
    }

    @Override
    public int hashCode() {
        return Objects.hash(person, team);
    }
}

enum Role {
    PLAYER,
    COACH
}

@Entity
class Team {
    @Id
    Long id;

    @OneToMany(mappedBy = "team")
    Set<Membership> memberships = new HashSet<>();
}

@Entity
class Person {
    @Id
    Long id;

    @Embedded
    Address address;

    @ElementCollection
    @OrderColumn(name = "position")
    List<String> nicknames;

    @ElementCollection
    @CollectionTable(name = "person_scores", joinColumns = @JoinColumn(name = "person"))
    @MapKeyColumn(name = "game")
    @Column(name = "score", nullable = false)
    Map<String, Integer> scores = new HashMap<>();

    @ElementCollection
    @CollectionTable(
            name = "person_settings",
            joinColumns = @JoinColumn(name = "person"),
            uniqueConstraints = @UniqueConstraint(columnNames = {"person", "name"}))
    @MapKeyColumn(name = "name")
    @Column(name = "text")
    Map<String, String> settings = new HashMap<>();

    @ElementCollection
    @Enumerated(EnumType.STRING)
    Set<Role> roles = new HashSet<>();

    @ManyToMany
    @JoinTable(name = "friends")
    Set<Person> friends = new HashSet<>();

    @OneToOne(cascade = CascadeType.ALL)
    Passport passport;

    @OneToMany
    @JoinColumn(name = "owner_id")
    List<Passport> former;
}

@Entity
class Passport {
    @Id
    Long id;
}

@Entity
class Membership {
    @EmbeddedId
    MembershipId id;

    @ManyToOne
    @MapsId("person")
    Person person;

    @ManyToOne
    @MapsId("team")
    Team team;

    @ManyToOne
    Membership mentor;
}
