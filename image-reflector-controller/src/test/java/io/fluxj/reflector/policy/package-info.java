/** Tests of the image-reflector-controller. */
@NullMarked
package io.fluxj.reflector.policy;

import org.jspecify.annotations.NullMarked;
