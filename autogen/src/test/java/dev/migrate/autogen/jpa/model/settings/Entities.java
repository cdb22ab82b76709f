package dev.migrate.autogen.jpa.model.settings;

import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.Nationalized;

@Embeddable
class PostalAddress {
    String streetName;

    @Column(length = 10)
    String zipCode;
}

@Entity
class PreferredTypes {
    @Id
    UUID id;

    Boolean booleanValue;
    boolean primitiveBoolean;
    Duration elapsedTime;
    Instant pointInTime;
    Locale locale;
    Byte[] wrappedBytes;
    Character[] wrappedCharacters;
    List<String> listOfWords;

    @Nationalized
    String internationalText;

    DayOfWeek ordinalDay;
}

@Entity
class HouseHold {
    @Id
    @GeneratedValue
    Long id;

    @Embedded
    PostalAddress homeAddress;

    @Embedded
    PostalAddress workAddress;

    @ManyToOne
    HouseHold unconstrainedNeighbour;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.CONSTRAINT))
    HouseHold constrainedNeighbour;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(name = "fk_Named"))
    HouseHold namedNeighbour;

    @ManyToMany
    List<HouseHold> closeFriends;

    @OneToMany
    List<PreferredTypes> ownPreferences;

    @ElementCollection
    List<PostalAddress> formerAddresses;
}

@Entity
@Table(name = "user")
class KeyWord {
    @Id
    @GeneratedValue
    Long id;

    @Column(name = "order")
    int position;

    @Column(name = "select", columnDefinition = "varchar(7)")
    String chosen;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class RootType {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class LeafType extends RootType {
    String leafName;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "chosen_kind")
class OtherRoot {
    @Id
    Long id;
}

@Entity
class OtherLeaf extends OtherRoot {}
