package dev.migrate.autogen.scratch;

import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Column;
import dev.migrate.schema.Table;
import dev.migrate.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Declared casts, such as Hibernate's for its enum types: identified by two types, however these are spelled. */
final class DeclaredCasts {

    private static final Pattern IDENTITY = Pattern.compile("cast \\((.+?) as (.+)\\)");

    private final List<AuxiliaryObject> objects;

    /** @param objects casts among others */
    DeclaredCasts(List<AuxiliaryObject> objects) {
        this.objects = objects;
    }

    /** {@code tables} and one more, with a column of each type that a cast converts. */
    List<Table> withTypesTo(List<Table> tables) {
        Table types = ScratchTable.named("casts");
        for (AuxiliaryObject object : objects) {
            Matcher cast = IDENTITY.matcher(object.identity());
            if (cast.matches()) {
                types = types.columns(column(cast.group(1)), column(cast.group(2)));
            }
        }
        List<Table> more = new ArrayList<>(tables);
        more.add(types);
        return more;
    }

    /** The same objects; casts named by the types that the catalog prints. */
    List<AuxiliaryObject> canonical(ColumnShapes shapes) {
        return objects.stream().map(object -> canonical(object, shapes)).toList();
    }

    private static AuxiliaryObject canonical(AuxiliaryObject object, ColumnShapes shapes) {
        Matcher cast = IDENTITY.matcher(object.identity());
        if (!cast.matches()) {
            return object;
        }
        Optional<Column> source = shapes.canonical(column(cast.group(1)));
        Optional<Column> target = shapes.canonical(column(cast.group(2)));
        return source.isEmpty() || target.isEmpty()
                ? object
                : new AuxiliaryObject(
                        "cast (" + source.get().type() + " as " + target.get().type() + ")",
                        object.create(),
                        object.drop());
    }

    private static Column column(String type) {
        return Column.of("c", new Type(type.strip()));
    }
}
