package dev.migrate.maven;

import com.google.gson.GsonBuilder;
import java.io.PrintStream;

/** Prints data as people or as programs want it. */
final class Report {

    private final OutputFormat format;
    private final PrintStream out;

    /**
     * @param format as the parameter has it
     * @throws dev.migrate.MigrateException if there is no such format
     */
    Report(String format, PrintStream out) {
        this.format = Choice.of("format", format, OutputFormat.values());
        this.out = out;
    }

    /** Whether nothing but the data may be printed. */
    boolean isForPrograms() {
        return format == OutputFormat.JSON;
    }

    /** Prints the text as it is, or the data as JSON. */
    void print(String text, Object data) {
        if (isForPrograms()) {
            out.println(new GsonBuilder()
                    .disableHtmlEscaping()
                    .setPrettyPrinting()
                    .create()
                    .toJson(data));
        } else {
            out.print(text);
        }
        out.flush();
    }
}
