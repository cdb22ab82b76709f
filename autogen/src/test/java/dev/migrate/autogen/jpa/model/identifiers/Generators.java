package dev.migrate.autogen.jpa.model.identifiers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import java.util.UUID;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.annotations.Parameter;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.id.IncrementGenerator;
import org.hibernate.id.enhanced.SequenceStyleGenerator;

// The annotation is deprecated, and still what many mappings have.
@SuppressWarnings("deprecation")
@Entity
class Incremented {
    @Id
    @GeneratedValue(generator = "incremented")
    @GenericGenerator(name = "incremented", type = IncrementGenerator.class)
    Long id;
}

// The annotation is deprecated, and still what many mappings have.
@SuppressWarnings("deprecation")
@Entity
class SequenceOfItsOwn {
    @Id
    @GeneratedValue(generator = "of_its_own")
    @GenericGenerator(
            name = "of_its_own",
            type = SequenceStyleGenerator.class,
            parameters = {
                @Parameter(name = "sequence_name", value = "own_numbers"),
                @Parameter(name = "initial_value", value = "7"),
                @Parameter(name = "increment_size", value = "13"),
                @Parameter(name = "optimizer", value = "pooled-lo")
            })
    Long id;
}

// The annotation is deprecated, and still what many mappings have.
@SuppressWarnings("deprecation")
@Entity
class SequencePerEntity {
    @Id
    @GeneratedValue(generator = "per_entity")
    @GenericGenerator(
            name = "per_entity",
            type = SequenceStyleGenerator.class,
            parameters = {
                @Parameter(name = "prefer_sequence_per_entity", value = "true"),
                @Parameter(name = "sequence_per_entity_suffix", value = "_numbers"),
                @Parameter(name = "increment_size", value = "1")
            })
    Long id;
}

// The annotation is deprecated, and still what many mappings have.
@SuppressWarnings("deprecation")
@Entity
class SequenceForcedIntoTable {
    @Id
    @GeneratedValue(generator = "forced")
    @GenericGenerator(
            name = "forced",
            type = SequenceStyleGenerator.class,
            parameters = {
                @Parameter(name = "force_table_use", value = "true"),
                @Parameter(name = "sequence_name", value = "forced_numbers"),
                @Parameter(name = "value_column", value = "upcoming")
            })
    Long id;
}

@Entity
@SequenceGenerator(name = "Descending", sequenceName = "falling_numbers", initialValue = -1, allocationSize = -1)
class Descending {
    @Id
    @GeneratedValue(generator = "Descending")
    Long id;
}

@Entity
class TableWithIndex {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "indexed_keys")
    @TableGenerator(
            name = "indexed_keys",
            table = "indexed_keys",
            schema = "numbers",
            indexes = @Index(name = "ix_indexed_keys", columnList = "next_val desc"))
    Short id;
}

@Entity
class RandomUuid {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    @Column(columnDefinition = "uuid default gen_random_uuid()")
    UUID id;
}

@Entity
class StringUuid {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    String id;
}

@Entity
class BinaryUuid {
    @Id
    @UuidGenerator
    byte[] id;
}
