/** Tests of the image-reflector-controller. */
@NullMarked
package io.fluxj.reflector;

import org.jspecify.annotations.NullMarked;
