/** The HelmRepository kind. */
@NullMarked
package io.fluxj.source.helm;

import org.jspecify.annotations.NullMarked;
