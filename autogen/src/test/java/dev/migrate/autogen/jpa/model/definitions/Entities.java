package dev.migrate.autogen.jpa.model.definitions;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@Entity
class Plain {
    @Id
    @Column(columnDefinition = "bigint")
    Long id;

    @Column(columnDefinition = "VARCHAR(20)")
    String upper;

    @Column(columnDefinition = "character varying (20) not null")
    String spaced;

    @Column(columnDefinition = "varchar")
    String unbounded;

    @Column(columnDefinition = "TEXT NOT NULL DEFAULT ''")
    String text;

    @Column(columnDefinition = "text collate \"C\"")
    String collated;

    @Column(columnDefinition = "varchar(20) default 'it''s, (really)' not null")
    String defaulted;

    @Column(columnDefinition = "int4 default 5")
    Integer integer;

    @Column(columnDefinition = "int default '5'::int check (checked > 3)")
    Integer checked;

    @Column(columnDefinition = "numeric(10,2) default 0.00", nullable = false)
    BigDecimal amount;

    @Column(columnDefinition = "decimal")
    BigDecimal unlimited;

    @Column(columnDefinition = "float")
    Double floating;

    @Column(columnDefinition = "bool default 't'")
    Boolean bool;

    @Column(columnDefinition = "char")
    String character;

    @Column(columnDefinition = "bpchar")
    String padded;

    @Column(columnDefinition = "text unique")
    String sole;

    @Column(columnDefinition = "text constraint named_check check (named <> '')")
    String named;

    @Column(columnDefinition = "int generated always as (checked * 2) stored", insertable = false, updatable = false)
    Integer generated;
}

@Entity
class Special {
    @Id
    @Column(columnDefinition = "uuid default gen_random_uuid()")
    UUID id;

    @Column(columnDefinition = "timestamptz default now()")
    Instant created;

    @Column(columnDefinition = "timestamp(3) without time zone")
    LocalDateTime milliseconds;

    @Column(columnDefinition = "time(0)")
    LocalTime seconds;

    @Column(columnDefinition = "interval day to second(2)")
    String interval;

    @Column(columnDefinition = "jsonb default '{}'::jsonb not null")
    String json;

    @Column(columnDefinition = "text[] default '{}'::text[] not null")
    String[] texts;

    @Column(columnDefinition = "integer array[3]")
    int[] triple;

    @Column(columnDefinition = "tsvector generated always as (to_tsvector('english', coalesce(body, ''))) stored")
    String search;

    String body;

    @Column(columnDefinition = "int4range")
    String range;

    @Column(columnDefinition = "inet default '127.0.0.1'")
    String address;

    @Column(columnDefinition = "macaddr")
    String mac;

    @Column(columnDefinition = "bit(3) default B'101'")
    String bits;

    @Column(columnDefinition = "bit varying(5)")
    String varBits;

    @Column(columnDefinition = "money default 5")
    String money;

    @Column(columnDefinition = "point default '(0,0)'")
    String point;

    @Column(columnDefinition = "xml")
    String xml;

    @Column(columnDefinition = "bytea default '\\x00'")
    byte[] bytes;

    @Column(columnDefinition = "\"char\"")
    String oneByte;

    @Column(columnDefinition = "pg_catalog.int8")
    Long qualified;

    @Column(columnDefinition = "name")
    String name;
}

@Entity
class Referring {
    @Id
    @Column(columnDefinition = "bigint generated always as identity (start with 100 increment by 5)")
    Long id;

    @Column(columnDefinition = "bigint references Plain")
    Long bare;

    @Column(columnDefinition = "bigint not null references public.plain(id) on delete cascade default 7")
    Long cascading;

    @Column(
            columnDefinition = "bigint constraint fk_Named references plain (id) match full"
                    + " on update restrict on delete set null deferrable initially deferred check (named > 0)")
    Long named;

    @Column(columnDefinition = "int check (valued <> 5) constraint \"Not 6\" check (valued <> 6) default 7 unique")
    Integer valued;

    @Column(columnDefinition = "text /* references nobody */ default 'references plain' not null")
    String commented;

    @Column(columnDefinition = "text collate \"C\" default upper('x') constraint full_text not null")
    String collated;

    @Column(columnDefinition = "bigint null default (1 + 2) * 3")
    Long computed;

    @Column(columnDefinition = "varchar(10)[] not null default array['a', 'b']::varchar(10)[]")
    String[] words;

    @Column(columnDefinition = "tstzrange default tstzrange(now(), null)")
    String range;

    @Column(columnDefinition = "text unique deferrable")
    String deferred;

    @Column(columnDefinition = "bigint references elsewhere on delete no action not deferrable")
    Long elsewhere;
}

@Entity
class Serial {
    @Id
    @Column(columnDefinition = "bigserial")
    Long id;

    @Column(columnDefinition = "serial")
    Integer number;
}

@Entity
class Elsewhere {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "plain", columnDefinition = "bigint default 1")
    Plain plain;

    @ElementCollection
    @Column(columnDefinition = "varchar(7) not null")
    Set<String> words;

    @ElementCollection
    @OrderColumn(name = "at", columnDefinition = "smallint default 0")
    @CollectionTable(name = "listed", joinColumns = @JoinColumn(name = "owner", columnDefinition = "bigint not null"))
    List<String> listed;
}
