package dev.migrate.command.database;

import java.util.Optional;

/** A user and a password, each as far as it is known. */
public record Credentials(Optional<String> user, Optional<Secret> password) {

    public static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty());

    /** Whether nothing is left to ask for. */
    boolean complete() {
        return user.isPresent() && password.isPresent();
    }

    /** These, completed by {@code others} where they have nothing: a password is only taken along for the same user. */
    public Credentials orElse(Credentials others) {
        boolean sameUser = user.isEmpty() || others.user.isEmpty() || user.equals(others.user);
        return new Credentials(user.or(others::user), password.or(() -> sameUser ? others.password : Optional.empty()));
    }
}
