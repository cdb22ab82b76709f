package dev.migrate.revision.loading;

import dev.migrate.Revision;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the {@link Revision} annotation from a class file without loading the class (Java Virtual Machine Specification,
 * chapter 4). What has nothing to do with the annotation is skipped by its length.
 */
final class ClassFile {

    private static final String ANNOTATION = Revision.class.descriptorString();
    private static final byte[] ANNOTATION_BYTES = ANNOTATION.getBytes(StandardCharsets.US_ASCII);
    private static final byte STRING = 1;
    private static final byte CLASS = 7;

    private final byte[] bytes;
    private final ByteBuffer in;

    /** Where each constant begins, behind its tag: they are many, and few are looked at. */
    private int[] constants = new int[0];

    private ClassFile(byte[] bytes) {
        this.bytes = bytes;
        this.in = ByteBuffer.wrap(bytes);
    }

    /**
     * The annotation, if the class has one.
     *
     * @throws IOException if it is not a class file
     */
    static Optional<AnnotatedClass> read(byte[] bytes) throws IOException {
        try {
            return new ClassFile(bytes).read();
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("not a whole class file", e);
        }
    }

    private Optional<AnnotatedClass> read() throws IOException {
        if (bytes.length < 4 || in.getInt() != 0xCAFEBABE) {
            throw new IOException("not a class file");
        }
        skip(4);
        return readConstants() ? readClass() : Optional.empty();
    }

    private int unsignedShort() {
        return Short.toUnsignedInt(in.getShort());
    }

    private void skip(int count) {
        in.position(in.position() + count);
    }

    /** Notes where the constants are (4.4), and says whether the annotation's name is among them. */
    private boolean readConstants() throws IOException {
        constants = new int[unsignedShort()];
        boolean named = false;
        for (int i = 1; i < constants.length; i++) {
            int tag = in.get();
            constants[i] = in.position();
            switch (tag) {
                case STRING -> {
                    int length = unsignedShort();
                    int from = in.position();
                    skip(length);
                    named |= Arrays.equals(bytes, from, from + length, ANNOTATION_BYTES, 0, ANNOTATION_BYTES.length);
                }
                case CLASS, 8, 16, 19, 20 -> skip(2);
                case 15 -> skip(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> skip(4);
                case 5, 6 -> {
                    skip(8);
                    i++; // A long or a double takes two places (4.4.5).
                }
                default -> throw new IOException("unknown constant tag " + tag);
            }
        }
        return named;
    }

    private Optional<AnnotatedClass> readClass() throws IOException {
        skip(2);
        String name = className(unsignedShort());
        skip(2);
        skip(2 * unsignedShort());
        skipMembers();
        skipMembers();
        Optional<Map<String, List<String>>> values = Optional.empty();
        String source = null;
        for (int left = unsignedShort(); left > 0; left--) {
            String attribute = string();
            int length = in.getInt();
            if (attribute.equals("RuntimeVisibleAnnotations")) {
                values = readAnnotations();
            } else if (attribute.equals("SourceFile")) {
                source = string();
            } else {
                skip(length);
            }
        }
        String file = source;
        return values.map(found -> AnnotatedClass.of(name, file, found, ""));
    }

    private void skipMembers() throws IOException {
        for (int left = unsignedShort(); left > 0; left--) {
            skip(6);
            for (int attributes = unsignedShort(); attributes > 0; attributes--) {
                skip(2);
                skip(in.getInt());
            }
        }
    }

    private Optional<Map<String, List<String>>> readAnnotations() throws IOException {
        Optional<Map<String, List<String>>> found = Optional.empty();
        for (int left = unsignedShort(); left > 0; left--) {
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
        for (int left = unsignedShort(); left > 0; left--) {
            String name = string();
            List<String> strings = new ArrayList<>();
            readValue(strings);
            values.put(name, strings);
        }
        return values;
    }

    /** Collects the strings of a value; other annotations have other kinds (4.7.16.1). */
    private void readValue(List<String> strings) throws IOException {
        int tag = in.get();
        switch (tag) {
            case 's' -> strings.add(string());
            case '[' -> {
                for (int left = unsignedShort(); left > 0; left--) {
                    readValue(strings);
                }
            }
            case '@' -> {
                skip(2);
                readPairs();
            }
            case 'e' -> skip(4);
            case 'B', 'C', 'D', 'F', 'I', 'J', 'S', 'Z', 'c' -> skip(2);
            default -> throw new IOException("unknown element value tag " + tag);
        }
    }

    private String className(int index) throws IOException {
        int name = Short.toUnsignedInt(in.getShort(constant(index, CLASS)));
        return text(constant(name, STRING)).replace('/', '.');
    }

    private String string() throws IOException {
        return text(constant(unsignedShort(), STRING));
    }

    private int constant(int index, byte tag) throws IOException {
        int place = constants[index];
        if (place == 0 || bytes[place - 1] != tag) {
            throw new IOException("constant " + index + " has not the tag " + tag);
        }
        return place;
    }

    /** In modified UTF-8 (4.4.7), which for most strings is ASCII. */
    private String text(int place) throws IOException {
        int length = Short.toUnsignedInt(in.getShort(place));
        for (int i = place + 2; i < place + 2 + length; i++) {
            if (bytes[i] < 0) {
                return new DataInputStream(new ByteArrayInputStream(bytes, place, 2 + length)).readUTF();
            }
        }
        return new String(bytes, place + 2, length, StandardCharsets.US_ASCII);
    }
}
