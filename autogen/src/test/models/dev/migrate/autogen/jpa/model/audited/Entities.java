package dev.migrate.autogen.jpa.model.audited;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.envers.AuditJoinTable;
import org.hibernate.envers.AuditTable;
import org.hibernate.envers.Audited;
import org.hibernate.envers.ModifiedEntityNames;
import org.hibernate.envers.NotAudited;
import org.hibernate.envers.RelationTargetAuditMode;
import org.hibernate.envers.RevisionEntity;
import org.hibernate.envers.RevisionNumber;
import org.hibernate.envers.RevisionTimestamp;

@Entity
@Audited
@Table(name = "invoices")
class Invoice {
    @Id
    @GeneratedValue
    Long id;

    @Column(nullable = false, unique = true)
    String number;

    @Enumerated(EnumType.STRING)
    DayOfWeek day;

    @NotAudited
    String remark;

    @OneToMany(mappedBy = "invoice")
    List<Line> lines;

    @OneToMany
    @JoinColumn(name = "invoice_ref")
    Set<Attachment> attachments;

    @ManyToMany
    Set<Attachment> shared;

    @ElementCollection
    Map<String, Integer> taxes;

    @Version
    int version;
}

@Entity
@Audited(withModifiedFlag = true)
class Line {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @ManyToOne
    Invoice invoice;

    BigDecimal amount;

    @Audited(targetAuditMode = RelationTargetAuditMode.NOT_AUDITED)
    @ManyToOne
    Country country;
}

@Entity
@Audited
@AuditTable("attachments_history")
class Attachment {
    @Id
    Long id;

    @Lob
    byte[] content;
}

@Entity
class Country {
    @Id
    String code;
}

@Entity
@Audited
@Inheritance(strategy = InheritanceType.JOINED)
class Party {
    @Id
    Long id;

    String name;
}

@Entity
@Audited
class Company extends Party {
    @Column(length = 20)
    String register;
}

@Entity
@RevisionEntity
@Table(name = "changes")
class Change {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @RevisionNumber
    Long id;

    @RevisionTimestamp
    Instant at;

    @Column(name = "by_whom", length = 40, nullable = false)
    String who;

    @ElementCollection
    @JoinTable(name = "changed_entities", joinColumns = @JoinColumn(name = "change_id"))
    @Column(name = "entity_name")
    @ModifiedEntityNames
    Set<String> names;
}

@Embeddable
class Channel {
    @Column(length = 20)
    String kind;

    String address;
}

@Entity
@Audited
class Contact {
    @Id
    Long id;

    @Embedded
    Channel channel;

    @ElementCollection
    List<Channel> others;

    @OneToMany
    @JoinTable(name = "contact_children")
    @AuditJoinTable(name = "contact_children_history", inverseJoinColumns = @JoinColumn(name = "child"))
    Set<Contact> children;
}
