package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;

@Entity
public class Place {
    @Id
    @ColumnDefault("uuid_generate_v4()")
    UUID id;

    @Column(columnDefinition = "citext unique")
    String code;

    String name;

    @Column(columnDefinition = "hstore default ''")
    String attributes;

    @Column(columnDefinition = "ltree not null default 'top'")
    String path;

    @Column(columnDefinition = "citext[]")
    String[] aliases;

    int floor;

    @Column(columnDefinition = "tstzrange")
    String open;
}
