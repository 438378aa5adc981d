/** {@code create}: objects of every kind from flags, applied or printed. */
@NullMarked
package io.fluxj.cli.create;

import org.jspecify.annotations.NullMarked;
