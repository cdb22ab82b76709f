package dev.migrate.autogen.jpa.model.comments;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Set;
import org.hibernate.annotations.Comment;

@Entity
@Comment("A table's \"comment\"\nwith two lines; and a semicolon")
class Commented {
    @Id
    Long id;

    @Comment("it's one quote, and a \\ backslash")
    String one;

    @Comment("'quoted'")
    String quoted;

    @Comment("doubled '' as Hibernate wants it")
    String doubled;

    @Comment("")
    String empty;

    @Comment("$tag$ :parameter ? %s {0} ünïcödë 🙂")
    String special;

    @ManyToOne
    @Comment("the parent's key")
    Commented parent;

    @ElementCollection
    @Comment("the collection's values")
    Set<String> values;
}

@Entity
@Table(name = "inherited")
@Inheritance(strategy = InheritanceType.JOINED)
@Comment("It's the root")
class Root {
    @Id
    Long id;
}

@Entity
@Comment("It's the leaf")
class Leaf extends Root {
    @Comment("of it's own")
    String own;
}
