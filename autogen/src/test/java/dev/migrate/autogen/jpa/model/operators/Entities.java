package dev.migrate.autogen.jpa.model.operators;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;

@Entity
@Table(
        indexes = {
            @Index(name = "ix_pattern", columnList = "name varchar_pattern_ops"),
            @Index(name = "ix_lower", columnList = "lower(name), age"),
            @Index(name = "ix_several", columnList = "coalesce(name, nick, '') desc, age, replace(name, '/', nick)"),
            @Index(columnList = "nullif(name, nick)"),
            @Index(name = "ix_nulls", columnList = "age desc nulls last, name collate \"C\"")
        })
class Person {
    @Id
    Long id;

    String name;
    String nick;
    int age;
}
