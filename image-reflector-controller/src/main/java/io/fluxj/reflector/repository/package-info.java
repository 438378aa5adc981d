/** The ImageRepository: how its registry is reached, when it is scanned, what of it counts. */
@NullMarked
package io.fluxj.reflector.repository;

import org.jspecify.annotations.NullMarked;
