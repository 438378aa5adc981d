/** What the values of a file become, whatever its format: maps, lists, scalars and comments, in their order. */
@NullMarked
package io.fluxj.sops.tree;

import org.jspecify.annotations.NullMarked;
