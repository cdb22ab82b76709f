/** What has to hold for every integration project, after its story was told. */
package dev.migrate.it;
