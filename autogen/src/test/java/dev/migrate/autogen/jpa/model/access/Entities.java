package dev.migrate.autogen.jpa.model.access;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;

interface HasName {
    String getName();
}

@Entity
@Table(name = "property_access")
class ByProperty implements HasName {
    private Long id;
    private String name;
    private boolean active;
    private List<String> words;
    private HasName other;

    @Id
    @GeneratedValue
    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    @Override
    @Column(length = 40, nullable = false)
    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    @ElementCollection
    public List<String> getWords() {
        return words;
    }

    public void setWords(List<String> words) {
        this.words = words;
    }

    @ManyToOne(targetEntity = ByProperty.class)
    public HasName getOther() {
        return other;
    }

    public void setOther(HasName other) {
        this.other = other;
    }

    @Transient
    public String getIgnored() {
        return name + id;
    }
}

@Entity
@Access(AccessType.FIELD)
class Mixed {
    @Id
    Long id;

    @Transient
    String ignored;

    @Access(AccessType.PROPERTY)
    @Column(name = "computed", length = 7)
    public String getComputed() {
        return "x";
    }

    public void setComputed(String computed) {
        this.ignored = computed;
    }

    public String getNothing() {
        return "";
    }
}

@Embeddable
@Access(AccessType.PROPERTY)
class Range {
    private int low;

    public int getLow() {
        return low;
    }

    public void setLow(int low) {
        this.low = low;
    }
}

@Entity(name = "Renamed")
class NamedByAnnotation {
    @Id
    Long id;

    Range range;
}

@Entity
class Outside {
    @Id
    Long id;

    @ManyToOne
    Inside inside;

    @OneToMany
    Set<Inside> insides;

    @Entity
    static class Inside {
        @Id
        Long id;

        Kind kind;
    }

    enum Kind {
        A,
        B
    }
}

@Entity
class KotlinLike {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private final String name;

    private @Enumerated(EnumType.STRING) DayOfWeek day;

    protected KotlinLike() {
        this("");
    }

    KotlinLike(String name) {
        this.name = name;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public DayOfWeek getDay() {
        return day;
    }
}
