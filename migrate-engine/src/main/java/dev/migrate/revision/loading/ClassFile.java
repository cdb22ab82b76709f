package dev.migrate.revision.loading;

import dev.migrate.Revision;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@link Revision} annotation from a class file without loading the class (Java Virtual Machine Specification,
 * chapter 4). What has nothing to do with the annotation is skipped by its length.
 */
final class ClassFile {

    private static final String ANNOTATION = Revision.class.descriptorString();

    private final DataInputStream in;
    private final @Nullable Object[] constants;

    private ClassFile(DataInputStream in, int constantCount) {
        this.in = in;
        this.constants = new Object[constantCount];
    }

    /**
     * The annotation, if the class has one.
     *
     * @throws IOException if it is not a class file
     */
    static Optional<AnnotatedClass> read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != 0xCAFEBABE) {
            throw new IOException("not a class file");
        }
        in.skipNBytes(4);
        ClassFile file = new ClassFile(in, in.readUnsignedShort());
        file.readConstants();
        return Arrays.asList(file.constants).contains(ANNOTATION) ? file.readClass() : Optional.empty();
    }

    /** Keeps the strings, and the indexes by which classes refer to theirs (4.4). */
    private void readConstants() throws IOException {
        for (int i = 1; i < constants.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> constants[i] = in.readUTF();
                case 7 -> constants[i] = in.readUnsignedShort();
                case 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++; // A long or a double takes two places (4.4.5).
                }
                default -> throw new IOException("unknown constant tag " + tag);
            }
        }
    }

    private Optional<AnnotatedClass> readClass() throws IOException {
        in.skipNBytes(2);
        String name = className(in.readUnsignedShort());
        in.skipNBytes(2);
        in.skipNBytes(2L * in.readUnsignedShort());
        skipMembers();
        skipMembers();
        Optional<Map<String, List<String>>> values = Optional.empty();
        String source = null;
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            String attribute = string();
            long length = Integer.toUnsignedLong(in.readInt());
            if (attribute.equals("RuntimeVisibleAnnotations")) {
                values = readAnnotations();
            } else if (attribute.equals("SourceFile")) {
                source = string();
            } else {
                in.skipNBytes(length);
            }
        }
        String file = source;
        return values.map(found -> AnnotatedClass.of(name, file, found, ""));
    }

    private void skipMembers() throws IOException {
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            in.skipNBytes(6);
            for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                in.skipNBytes(2);
                in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
            }
        }
    }

    private Optional<Map<String, List<String>>> readAnnotations() throws IOException {
        Optional<Map<String, List<String>>> found = Optional.empty();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            String type = string();
            Map<String, List<String>> values = readPairs();
            if (type.equals(ANNOTATION)) {
                found = Optional.of(values);
            }
        }
        return found;
    }

    private Map<String, List<String>> readPairs() throws IOException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            String name = string();
            List<String> strings = new ArrayList<>();
            readValue(strings);
            values.put(name, strings);
        }
        return values;
    }

    /** Collects the strings of a value; other annotations have other kinds (4.7.16.1). */
    private void readValue(List<String> strings) throws IOException {
        int tag = in.readUnsignedByte();
        switch (tag) {
            case 's' -> strings.add(string());
            case '[' -> {
                for (int left = in.readUnsignedShort(); left > 0; left--) {
                    readValue(strings);
                }
            }
            case '@' -> {
                in.skipNBytes(2);
                readPairs();
            }
            case 'e' -> in.skipNBytes(4);
            case 'B', 'C', 'D', 'F', 'I', 'J', 'S', 'Z', 'c' -> in.skipNBytes(2);
            default -> throw new IOException("unknown element value tag " + tag);
        }
    }

    private String className(int index) throws IOException {
        if (constants[index] instanceof Integer name && constants[name] instanceof String text) {
            return text.replace('/', '.');
        }
        throw new IOException("constant " + index + " is not a class");
    }

    private String string() throws IOException {
        int index = in.readUnsignedShort();
        if (constants[index] instanceof String text) {
            return text;
        }
        throw new IOException("constant " + index + " is not a string");
    }
}
