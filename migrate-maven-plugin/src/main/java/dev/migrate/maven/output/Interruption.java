package dev.migrate.maven.output;

/** Ctrl-C or SIGTERM while something goes on: an interrupted Maven runs no finally block. */
public final class Interruption {

    private final Thread teller;

    private Interruption(Thread teller) {
        this.teller = teller;
    }

    /** @param teller says what is left undone; in a thread of its own, unless {@link #hasCome} is asked before */
    public static Interruption telling(Runnable teller) {
        Thread thread = new Thread(teller, "migrate-interruption");
        Runtime.getRuntime().addShutdownHook(thread);
        return new Interruption(thread);
    }

    /** Whether it has: what ended since may have ended because of it. If not, nothing will be told. */
    public boolean hasCome() {
        try {
            Runtime.getRuntime().removeShutdownHook(teller);
            return false;
        } catch (IllegalStateException shuttingDown) {
            return true;
        }
    }
}
