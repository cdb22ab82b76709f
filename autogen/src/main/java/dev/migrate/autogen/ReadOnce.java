package dev.migrate.autogen;

import dev.migrate.schema.Schema;
import java.util.HashMap;
import java.util.Map;

/** Remembers what entities declare: Hibernate's start is what a comparison takes longest for. */
final class ReadOnce implements EntityReader {

    private final EntityReader reader;
    private final Map<EntitySource, Schema> read = new HashMap<>();

    ReadOnce(EntityReader reader) {
        this.reader = reader;
    }

    @Override
    public Schema read(EntitySource source) {
        return read.computeIfAbsent(source, reader::read);
    }

    @Override
    public void prepare(EntitySource source) {
        reader.prepare(source);
    }
}
