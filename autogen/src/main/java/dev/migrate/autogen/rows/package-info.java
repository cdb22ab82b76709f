/**
 * Moves rows where the mapping keeps them in other tables than before: of a hierarchy whose strategy of inheritance
 * changes, and of attributes that go to a secondary table or come back. Where the rows were is concluded from the tables
 * of the database; where they have to be is known from the mapping.
 */
@NullMarked
package dev.migrate.autogen.rows;

import org.jspecify.annotations.NullMarked;
