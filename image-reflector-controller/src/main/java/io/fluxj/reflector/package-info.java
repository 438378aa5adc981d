/** The image-reflector-controller: what there is of an image, and which of it to use. */
@NullMarked
package io.fluxj.reflector;

import org.jspecify.annotations.NullMarked;
