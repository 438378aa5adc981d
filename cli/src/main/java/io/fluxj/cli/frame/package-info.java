/** What every command is made of: flags, terminal, tables, documents, failures. */
@NullMarked
package io.fluxj.cli.frame;

import org.jspecify.annotations.NullMarked;
