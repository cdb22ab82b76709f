package dev.migrate.autogen.jpa.model.legacynames;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.UniqueConstraint;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

@Embeddable
class MailAddress {
    String localPart;

    @ElementCollection
    Set<String> aliasNames;
}

@Entity(name = "LibraryUser")
class Reader {
    @Id
    @GeneratedValue
    Long id;

    @Embedded
    MailAddress mailAddress;

    @ManyToOne
    Reader bestFriend;

    @ManyToMany
    Set<Reader> friendList;

    @OneToMany
    @OrderColumn
    List<Loan> openLoans;

    @ElementCollection
    Map<String, Integer> pagesRead;

    @ElementCollection
    @CollectionTable(name = "ReaderNotes", uniqueConstraints = @UniqueConstraint(columnNames = {"noteKey", "text"}))
    @MapKeyColumn(name = "noteKey")
    @Column(name = "text")
    Map<String, String> notes;
}

@Entity
class Loan {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "LoanIds")
    @SequenceGenerator(name = "LoanIds")
    Long id;

    @ManyToOne
    @JoinTable(name = "LoanOfReader")
    Reader borrower;
}

@Entity
class LoanEvent {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "EventIds")
    @TableGenerator(name = "EventIds")
    Long id;

    @Column(unique = true)
    String eventName;

    OffsetDateTime offsetMoment;
    ZonedDateTime zonedMoment;
}
