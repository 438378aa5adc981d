/** Tests of the image-reflector-controller. */
@NullMarked
package io.fluxj.reflector.repository;

import org.jspecify.annotations.NullMarked;
