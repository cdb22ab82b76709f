/** A platform of agents, tenants and conversations: what most applications map. */
package dev.migrate.autogen.jpa.model.agents;
