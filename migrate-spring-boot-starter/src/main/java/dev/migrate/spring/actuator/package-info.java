/** Shows the state of an application's histories through Spring Boot's actuator and its observations. */
@NullMarked
package dev.migrate.spring.actuator;

import org.jspecify.annotations.NullMarked;
