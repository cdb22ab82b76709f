package com.example.market;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;

/** Partitioned by month, which the migrations say: a mapping has no words for it. */
@Entity
@Table(name = "events")
@IdClass(Event.Key.class)
class Event {

    record Key(UUID id, LocalDate day) implements Serializable {}

    @Id
    @ColumnDefault("gen_random_uuid()")
    private UUID id;

    @Id
    private LocalDate day;

    @Column(nullable = false, columnDefinition = "text")
    private String what;
}
