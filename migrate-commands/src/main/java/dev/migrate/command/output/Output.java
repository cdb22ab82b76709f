package dev.migrate.command.output;

import dev.migrate.MigrateException;
import dev.migrate.command.file.PrivateFiles;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where a goal's data goes, as opposed to its progress: a file, or standard output, for another program to read. */
public final class Output {

    private final @Nullable File file;
    private final Consumer<String> progress;

    /**
     * @param file null is standard output
     * @param progress is told of a written file
     */
    public Output(@Nullable File file, Consumer<String> progress) {
        this.file = file;
        this.progress = progress;
    }

    /** Whether another program may read standard output. */
    public boolean isStandardOutput() {
        return file == null;
    }

    /**
     * Writes the text as it is.
     *
     * @throws MigrateException if the file can't be written
     */
    public void write(String text) {
        write(text, Files::writeString);
    }

    /** As {@link #write(String)}, into a file that is its owner's alone: the text has a password. */
    public void writePrivately(String text) {
        write(text, PrivateFiles::write);
    }

    private interface Writing {
        void write(Path file, String text) throws IOException;
    }

    private void write(String text, Writing writing) {
        if (file == null) {
            PrintStream out = standardOutput();
            byte[] bytes = text.getBytes(charset(text));
            out.write(bytes, 0, bytes.length);
            out.flush();
            return;
        }
        Path path = file.toPath().toAbsolutePath();
        try {
            Path folder = path.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            writing.write(path, text);
        } catch (IOException e) {
            throw new MigrateException(path + " can't be written: " + e + ". Give another -Dmigrate.output.", e);
        }
        progress.accept("Wrote " + path);
    }

    /** Maven 4 makes log lines of what a plugin prints, unless it is called with --raw-streams: that is passed by. */
    private static PrintStream standardOutput() {
        return System.out.getClass().getName().startsWith("org.apache.maven.logging.")
                ? new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)
                : System.out;
    }

    /** Programs read UTF-8, as in a file: psql is told so by the script. A console may have an encoding of its own. */
    private static Charset charset(String text) {
        String name = System.getProperty("stdout.encoding", System.getProperty("native.encoding"));
        Charset console = name == null ? Charset.defaultCharset() : Charset.forName(name);
        return Terminal.isAttached() && console.newEncoder().canEncode(text) ? console : StandardCharsets.UTF_8;
    }
}
