package dev.migrate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** SQL that lies outside the migration, in UTF-8, with or without a byte order mark. */
final class SqlSource {

    private SqlSource() {}

    static String resource(Class<?> origin, String resource) {
        String what = "The resource " + resource + " beside " + origin.getName();
        try (InputStream stream = origin.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new MigrateException("The resource " + resource + " is not on the class path beside "
                        + origin.getName() + ". Put it under src/main/resources/"
                        + (resource.startsWith("/")
                                ? resource.substring(1)
                                : origin.getPackageName().replace('.', '/') + "/" + resource)
                        + ".");
            }
            return text(stream.readAllBytes(), what);
        } catch (IOException e) {
            throw new MigrateException(what + " cannot be read: " + e, e);
        }
    }

    static String file(Path file) {
        String what = "The SQL file " + file.toAbsolutePath();
        try {
            return text(Files.readAllBytes(file), what);
        } catch (NoSuchFileException e) {
            throw new MigrateException(
                    what + " does not exist."
                            + (file.isAbsolute()
                                    ? " Restore it, or correct the path."
                                    : " The path " + file + " counts from the working directory: run the command in the"
                                            + " directory that it is relative to, or put the SQL on the class path and use"
                                            + " executeResource."),
                    e);
        } catch (IOException e) {
            throw new MigrateException(what + " cannot be read: " + e, e);
        }
    }

    private static String text(byte[] bytes, String what) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new MigrateException(
                    what + " is not in UTF-8. Save it in that encoding; pg_dump --encoding=UTF8 writes a dump in it.",
                    e);
        }
    }
}
