/** The GitRepository kind. */
@NullMarked
package io.fluxj.source.git;

import org.jspecify.annotations.NullMarked;
