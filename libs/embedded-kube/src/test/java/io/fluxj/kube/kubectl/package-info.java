/** What a real kubectl says of this server and of a real one. */
@NullMarked
package io.fluxj.kube.kubectl;

import org.jspecify.annotations.NullMarked;
