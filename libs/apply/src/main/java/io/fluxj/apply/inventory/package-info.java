/** The list of objects that an owner has applied. */
@NullMarked
package io.fluxj.apply.inventory;

import org.jspecify.annotations.NullMarked;
