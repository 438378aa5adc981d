/** Tests of the image-reflector-controller. */
@NullMarked
package io.fluxj.reflector.tags;

import org.jspecify.annotations.NullMarked;
