package dev.migrate.autogen.jpa.model.agents;

enum Status {
    IDLE,
    BUSY,
    RETIRED
}
