/** {@code export}: objects as they would be written to Git. */
@NullMarked
package io.fluxj.cli.export;

import org.jspecify.annotations.NullMarked;
