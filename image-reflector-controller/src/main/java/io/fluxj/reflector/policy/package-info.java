/** The ImagePolicy: which of a repository's tags is chosen. */
@NullMarked
package io.fluxj.reflector.policy;

import org.jspecify.annotations.NullMarked;
