package dev.migrate.autogen.jpa.model.agents;

enum Channel {
    VOICE,
    CHAT,
    MAIL
}
