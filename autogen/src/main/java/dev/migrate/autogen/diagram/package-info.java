/**
 * A schema as an entity-relationship diagram: Mermaid, which GitHub and GitLab draw in Markdown, or Graphviz' DOT, and
 * SVG through Graphviz.
 */
@NullMarked
package dev.migrate.autogen.diagram;

import org.jspecify.annotations.NullMarked;
