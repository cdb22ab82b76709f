/** Random entities, what they become later, and whether their rows survive that. */
package dev.migrate.autogen.model;
