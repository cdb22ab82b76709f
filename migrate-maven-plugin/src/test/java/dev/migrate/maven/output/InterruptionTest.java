package dev.migrate.maven.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InterruptionTest {

    @Test
    void whatIsLeftUndoneIsTold() throws Exception {
        assertThat(endOf("during")).isEqualTo("untold");
    }

    @Test
    void butNotBehindIt() throws Exception {
        assertThat(endOf("behind")).isNull();
    }

    /** What a process says when it is ended. */
    private static String endOf(String moment) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        InterruptionTest.class.getName(),
                        moment)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = process.inputReader()) {
            assertThat(output.readLine()).isEqualTo(moment);
            process.toHandle().destroy();
            return output.readLine();
        } finally {
            process.waitFor();
        }
    }

    public static void main(String[] arguments) throws IOException {
        Interruption interruption = Interruption.telling(() -> System.out.println("untold"));
        if (arguments[0].equals("behind")) {
            assertThat(interruption.hasCome()).isFalse();
        }
        System.out.println(arguments[0]);
        System.in.read();
    }
}
