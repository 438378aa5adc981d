/** {@code fluxj audit}. */
@NullMarked
package io.fluxj.audit.cli;

import org.jspecify.annotations.NullMarked;
